#define N 4

mtype = { candidate, elected };

chan link[N] = [N] of { mtype, byte };
byte leaders;

proctype node(chan in, out; byte number) {
  byte other;
  xr in;
  xs out;
  out!candidate(number);
  do
  :: in?elected(other) ->
    if
    :: other != number -> out!elected(other)
    :: else
    fi;
    break
  :: in?candidate(other) ->
    if
    :: other > number -> out!candidate(other)
    :: other == number ->
      d_step { leaders++; assert(leaders == 1 && number == N) };
      out!elected(number)
    :: else
    fi
  od
}

init {
  byte i;
  atomic {
    for (i : 0 .. N - 1) { run node(link[i], link[(i + 1) % N], N - i) };
    i = 0
  }
}
