#define N 6
#define K 2
#define R 2

chan link[N] = [0] of { byte };

active proctype first() { /* 0 */
  byte i, token;
  do
  :: i < K -> link[1]!i; i++
  :: else -> break
  od;
  i = 0;
  do
  :: i < (R - 1) * K -> link[0]?token; link[1]!token; i++
  :: else -> break
  od;
  i = 0;
  do
  :: i < K -> atomic { link[0]?token; assert(token == i); token = 0; i++ }
  :: else -> break
  od
}

active [N - 1] proctype node() { /* 1 to N - 1 */
  byte i, token;
  do
  :: i < R * K -> link[_pid]?token; link[(_pid + 1) % N]!token; i++
  :: else -> break
  od
}
