export { SampleNotFound as default } from "@/components/samples/sample-not-found";
