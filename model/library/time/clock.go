package time

import "internal/machine"

// The clock with --time any. Nothing bounds how long work takes, so a reading of the clock is an unknown instant: a
// *reading plus an offset. Differences between readings are known by lower bounds only. A question whose answer the bounds
// do not decide is a choice: a difference is its lower bound or something very long, so both sides of one comparison with a
// constant are explored (not every value between two thresholds).
//
// The bounds come from Sleep and timers: whoever sleeps, and a timer that fires, raises those readings that were there when it
// began. Up to `tracked` readings are followed; of the others at most their order is known, which is safe: more executions, never
// fewer.
const tracked = 3

const kept = 2

// raises bounds how often one reading is raised, so that a loop with a Sleep stays finite.
const raises = 16

// long is later than any constant that programs compare with. What has lasted that long lasts no longer.
const long = 100000 * Hour

type reading struct {
	elapsed Duration // this much has passed since, at least
	raised  int      // so often; of a tick: how often what it knows has grown
	earlier []gap
	stamp   *stamp             // once it is settled
	after   [remembered]*stamp // of readings that came earlier
	period  Duration           // of a ticker's tick
	sent    bool               // by a timer, and not taken by who looked at the clock
}

// stamp stands for a settled reading, or one that a timer has sent: later ones remember that they came after it, and not what it
// knew.
type stamp struct{ settled bool }

// latest are those of the readings settled last, or asked about again since, or sent; the last first.
var latest [remembered]*stamp

const remembered = 3

// gap: the reading that has it came at least `least` after `from`.
type gap struct {
	from  *reading
	least Duration
}

var following [tracked]*reading

func takeReading() *reading {
	r := new(reading)
	place := -1
	for i, f := range following {
		if f != nil {
			r.earlier = append(r.earlier, gap{f, f.elapsed})
		} else if place < 0 {
			place = i
		}
	}
	r.after = latest
	if place < 0 {
		place = tracked - 1 // the first ones tell how long all takes
		unfollow(place)
	}
	following[place] = r
	return r
}

// laterReading is of an instant that is at least d from now.
func laterReading(d, period Duration) *reading {
	r := &reading{period: period, sent: true}
	if d < 0 {
		d = 0
	}
	for _, f := range following {
		if f != nil {
			r.earlier = append(r.earlier, gap{f, saturate(f.elapsed, d)})
		}
	}
	r.after = latest
	return r
}

// settle notes that there is an answer that counts on what is known of r. The last places are for those of which nobody has asked.
func settle(r *reading) {
	if r.stamp == nil {
		r.stamp = &stamp{true}
	}
	for i := range latest {
		if latest[i] == r.stamp || i == remembered-1 {
			copy(latest[1:i+1], latest[:i])
			break
		}
	}
	latest[0] = r.stamp
	for i := kept; i < tracked; i++ {
		if following[i] == r {
			unfollow(i)
		}
	}
}

// unfollow gives up a place. What is known of its reading and earlier readings stays: that it came later than they. Those of them
// that nobody follows forget what came before them, so that a loop that keeps its last reading has no chain without end: on the
// way from a reading to one before it and so on all but the last were followed at one time.
func unfollow(place int) {
	r := following[place]
	following[place] = nil
	for _, g := range r.earlier {
		if !followed(g.from) {
			g.from.earlier = nil
		}
	}
}

// cameAfter: r is known to have come later than u, which is settled.
func cameAfter(r, u *reading) bool {
	if r == nil || u == nil || u.stamp == nil {
		return false
	}
	for _, s := range r.after {
		if s == u.stamp {
			return true
		}
	}
	return false
}

// follows: is any reading followed?
func follows() bool {
	for _, f := range following {
		if f != nil {
			return true
		}
	}
	return false
}

func followed(r *reading) bool {
	for _, f := range following {
		if f == r {
			return true
		}
	}
	return false
}

type credit struct {
	r    *reading
	upTo Duration
}

func beginSleep(d Duration) [tracked]credit {
	var credits [tracked]credit
	if d > 0 {
		for i, r := range following {
			if r != nil && r.elapsed < long {
				credits[i] = credit{r, r.elapsed + d}
			}
		}
	}
	return credits
}

func endSleep(credits [tracked]credit) {
	for _, c := range credits {
		if c.r != nil && c.upTo > c.r.elapsed && c.r.elapsed < long && c.r.raised < raises {
			c.r.elapsed = c.upTo
			c.r.raised++
		}
	}
}

// Relations between two instants, as far as the bounds know.
const (
	exactly = iota
	atLeast
	atMost
	unknown
)

// difference says what is known of t - u.
func difference(t, u Time) (relation int, bound Duration) {
	offset := t.minus(u)
	if t.r == u.r {
		return exactly, offset
	}
	if t.r != nil {
		for _, g := range t.r.earlier {
			if g.from == u.r {
				return atLeast, saturate(offset, g.least)
			}
		}
		if u.r == nil {
			return atLeast, offset
		}
	}
	if u.r != nil {
		for _, g := range u.r.earlier {
			if g.from == t.r {
				return atMost, saturate(offset, -g.least)
			}
		}
		if t.r == nil {
			return atMost, offset
		}
	}
	if cameAfter(t.r, u.r) || isLast(t.r) && !u.r.sent {
		return atLeast, offset
	}
	if cameAfter(u.r, t.r) || isLast(u.r) && !t.r.sent {
		return atMost, offset
	}
	return unknown, offset
}

// isLast: nobody has looked at the clock after r. (Once all places were taken, the last one has the last reading or none.)
func isLast(r *reading) bool { return r == following[tracked-1] }

// saturate adds without wrapping.
func saturate(a, b Duration) Duration {
	sum := a + b
	if b > 0 && sum < a {
		return maxDuration
	}
	if b < 0 && sum > a {
		return minDuration
	}
	return sum
}

// order is the sign of t - u, a choice where it is open.
func order(t, u Time) int {
	relation, bound := difference(t, u)
	switch {
	case relation == exactly && bound == 0:
		return 0
	case relation == exactly && bound < 0, relation == atMost && bound < 0:
		return -1
	case relation == exactly, relation == atLeast && bound > 0:
		return 1
	}
	sign := 0
	switch {
	case relation == atLeast && bound == 0:
		sign = machine.Choose(2)
	case relation == atMost && bound == 0:
		sign = -machine.Choose(2)
	default:
		sign = machine.Choose(2)*2 - 1
	}
	if relation == atLeast && sign > 0 {
		learn(t.r, u.r, 1-bound)
	} else if relation == atMost && sign < 0 {
		learn(u.r, t.r, bound+1)
	}
	return sign
}

// learn: a choice has told that r lies so much further behind from than is known. Of two ticks the order is enough.
func learn(r, from *reading, more Duration) {
	if r == nil || from == nil || from.period != 0 {
		return
	}
	for i := range r.earlier {
		g := &r.earlier[i]
		if g.from != from || from.raised >= raises || g.least >= long {
			continue
		}
		g.least = min(saturate(g.least, more), long)
		if g.least > from.elapsed {
			from.elapsed = g.least
			from.raised++
		}
	}
}

// same: is t - u zero? A choice where it may be.
func same(t, u Time) bool {
	relation, bound := difference(t, u)
	switch {
	case relation == exactly:
		return bound == 0
	case relation == atLeast && bound > 0, relation == atMost && bound < 0:
		return false
	}
	return machine.Choose(2) == 1
}

// span is the value of t - u: one end of what is possible, or very far from it and from 0.
func span(t, u Time) Duration {
	relation, bound := difference(t, u)
	switch relation {
	case exactly:
		return bound
	case unknown:
		return saturate(bound, Duration(machine.Choose(3)-1)*long)
	}
	if machine.Choose(2) == 0 {
		return bound
	}
	if relation == atLeast {
		learn(t.r, u.r, long)
		return saturate(max(bound, 0), long)
	}
	learn(u.r, t.r, long)
	return saturate(min(bound, 0), -long)
}

// Now is the virtual clock, or an unknown instant.
func Now() Time {
	if machine.VirtualTime() {
		return epoch().Add(Duration(machine.Now()))
	}
	t := epoch()
	t.r = takeReading()
	return t
}

// epoch is where the clock starts, as on the playground.
func epoch() Time { return Time{sec: unixToInternal + 1257894000} }

// Since is Now().Sub(t) with what is known at this moment.
func Since(t Time) Duration {
	if t.r == nil {
		return Now().Sub(t)
	}
	settle(t.r)
	if t.r.elapsed < long && machine.Choose(2) == 1 {
		t.r.elapsed = long
	}
	return saturate(epoch().minus(t), t.r.elapsed)
}

func Until(t Time) Duration { return -Since(t) }
