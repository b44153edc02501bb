#define S 4
#define M 6
#define END 255 /* stands for close */

chan link[S + 1] = [0] of { byte };

active [S] proctype stage() { /* 0 to S - 1 */
  byte item;
  do
  :: link[_pid]?item ->
    if
    :: item != END -> link[_pid + 1]!item + 1
    :: else -> break
    fi
  od;
  link[_pid + 1]!END
}

active proctype generator() {
  byte i;
  do
  :: i < M -> link[0]!i; i++
  :: else -> break
  od;
  link[0]!END
}

active proctype sink() {
  byte item, expected = S;
  do
  :: atomic {
    link[S]?item;
    if
    :: item == END -> break
    :: else -> assert(item == expected); item = 0; expected++
    fi
  }
  od
}
