#define S 3
#define M 4
#define B 1
#define END 255 /* stands for close */

chan link[S + 1] = [B] of { byte };

proctype stage(chan in, out) {
  byte item;
  xr in;
  xs out;
  do
  :: in?item ->
    if
    :: item != END -> out!item + 1
    :: else -> break
    fi
  od;
  out!END
}

proctype generator(chan out) {
  byte i;
  xs out;
  do
  :: i < M -> atomic { out!i; i++ }
  :: else -> break
  od;
  out!END
}

proctype sink(chan in) {
  byte item, expected = S;
  xr in;
  do
  :: atomic {
    in?item;
    if
    :: item == END -> break
    :: else -> assert(item == expected); item = 0; expected++
    fi
  }
  od
}

init {
  byte i;
  atomic {
    run generator(link[0]);
    for (i : 0 .. S - 1) { run stage(link[i], link[i + 1]) };
    i = 0;
    run sink(link[S])
  }
}
