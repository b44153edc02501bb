#define S 4
#define M 3

chan values = [0] of { byte };

active [S] proctype source() {
  byte i;
  do
  :: i < M -> values!i; i++
  :: else -> break
  od
}

active proctype sink() {
  byte i, value;
  do
  :: i < S * M -> atomic { values?value; assert(value < M); value = 0; i++ }
  :: else -> break
  od
}
