import { describe, expect, it } from "vitest";
import { passwordFault } from "./password-rules";

const robin = { name: "Robin Musician", email: "robin.m@studio-nine.example" };

describe("a password", () => {
  it.each([
    "1234567890",
    "qwertyuiop",
    "Password123!",
    "P@ssw0rd2024",
    "iloveyou!!!!",
    "dragondragon",
    "aaaaaaaaaaaa",
    "abcdefghijkl",
    "9876543210",
    "letmein12345",
    "QWERTYUIOP",
  ])("that attackers try first is refused: %s", (password) => {
    expect(passwordFault(password, robin)).toBe("common");
  });

  it.each(["RobinMusician1", "robin.m@studio-nine.example", "robin.m.2024!", "samplemind-robin", "studio-nine-1999"])(
    "made from its owner's name or address is refused: %s",
    (password) => {
      expect(passwordFault(password, robin)).toBe("personal");
    },
  );

  it.each([
    "correct horse battery",
    "four plain words and more",
    "robin hears the tides of march",
    "robin здравствуй",
    "xK9#vL2$qP7z",
    "здравствуй дорогой лес",
    "夜の海に浮かぶ月の光を見る",
  ])("with enough words or characters of its own is accepted: %s", (password) => {
    expect(passwordFault(password, robin)).toBeNull();
  });
});
