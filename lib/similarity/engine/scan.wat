;; Scores of many rows against one query: the whole of what an exact search costs.
;; A row is 96 signed bytes, the query 96 signed 16-bit integers. |row| <= 127 and |query| <= 32767, so that the sum of
;; 96 products stays below 2^29.
(module
  (import "env" "memory" (memory 1 65536))
  (func (export "scan") (param $row i32) (param $rows i32) (param $query i32) (param $scores i32)
    (local $end i32) (local $a v128) (local $sum v128)
    (local $q0 v128) (local $q1 v128) (local $q2 v128) (local $q3 v128) (local $q4 v128) (local $q5 v128)
    (local $q6 v128) (local $q7 v128) (local $q8 v128) (local $q9 v128) (local $q10 v128) (local $q11 v128)
    (local.set $q0 (v128.load offset=0 (local.get $query)))
    (local.set $q1 (v128.load offset=16 (local.get $query)))
    (local.set $q2 (v128.load offset=32 (local.get $query)))
    (local.set $q3 (v128.load offset=48 (local.get $query)))
    (local.set $q4 (v128.load offset=64 (local.get $query)))
    (local.set $q5 (v128.load offset=80 (local.get $query)))
    (local.set $q6 (v128.load offset=96 (local.get $query)))
    (local.set $q7 (v128.load offset=112 (local.get $query)))
    (local.set $q8 (v128.load offset=128 (local.get $query)))
    (local.set $q9 (v128.load offset=144 (local.get $query)))
    (local.set $q10 (v128.load offset=160 (local.get $query)))
    (local.set $q11 (v128.load offset=176 (local.get $query)))
    (local.set $end (i32.add (local.get $row) (i32.mul (local.get $rows) (i32.const 96))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $row) (local.get $end)))
        (local.set $a (v128.load offset=0 (local.get $row)))
        (local.set $sum (i32x4.add
          (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $a)) (local.get $q0))
          (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $a)) (local.get $q1))))
        (local.set $a (v128.load offset=16 (local.get $row)))
        (local.set $sum (i32x4.add (local.get $sum) (i32x4.add
          (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $a)) (local.get $q2))
          (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $a)) (local.get $q3)))))
        (local.set $a (v128.load offset=32 (local.get $row)))
        (local.set $sum (i32x4.add (local.get $sum) (i32x4.add
          (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $a)) (local.get $q4))
          (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $a)) (local.get $q5)))))
        (local.set $a (v128.load offset=48 (local.get $row)))
        (local.set $sum (i32x4.add (local.get $sum) (i32x4.add
          (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $a)) (local.get $q6))
          (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $a)) (local.get $q7)))))
        (local.set $a (v128.load offset=64 (local.get $row)))
        (local.set $sum (i32x4.add (local.get $sum) (i32x4.add
          (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $a)) (local.get $q8))
          (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $a)) (local.get $q9)))))
        (local.set $a (v128.load offset=80 (local.get $row)))
        (local.set $sum (i32x4.add (local.get $sum) (i32x4.add
          (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $a)) (local.get $q10))
          (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $a)) (local.get $q11)))))
        (i32.store (local.get $scores) (i32.add
          (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
          (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum)))))
        (local.set $row (i32.add (local.get $row) (i32.const 96)))
        (local.set $scores (i32.add (local.get $scores) (i32.const 4)))
        (br $next)))))
