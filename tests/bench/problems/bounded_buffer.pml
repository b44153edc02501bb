#define P 2
#define C 2
#define M 2
#define B 2

chan buffer = [B] of { byte };
byte done;

active [P] proctype producer() {
  byte i;
  do
  :: i < M -> atomic { buffer!i; i++ }
  :: else -> break
  od;
  done++
}

active [C] proctype consumer() {
  byte i, item;
  do
  :: i < M * P / C -> atomic { buffer?item; assert(item < M); item = 0; i++ }
  :: else -> break
  od;
  done++
}

active proctype last() {
  atomic { done == P + C -> assert(len(buffer) == 0) }
}
