#define M 3
#define B 1
#define END 255 /* stands for close */

chan packets = [B] of { bit, byte };
chan acks = [B] of { bit };

active proctype sender() {
  byte i;
  bit current, ack;
  xs packets;
  xr acks;
  do
  :: i < M ->
    if
    :: packets!current, i
    :: true /* lost */
    fi;
    if
    :: atomic {
      acks?ack;
      if
      :: ack == current -> i++; current = !current
      :: else
      fi;
      ack = 0
    }
    :: true /* timeout */
    fi
  :: else -> break
  od;
  packets!current, END
}

active proctype receiver() {
  byte number, expected;
  bit current, received;
  xr packets;
  xs acks;
  do
  :: atomic {
      packets?received, number;
      if
      :: number == END -> break
      :: else ->
        if
        :: received == current -> assert(number == expected); expected++; current = !current
        :: else
        fi;
        number = 0
      fi
    };
    if
    :: acks!received
    :: true /* lost */
    fi
  od;
  assert(expected == M)
}
