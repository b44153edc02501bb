package time

// A Duration is a number of nanoseconds.
type Duration int64

const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

const (
	minDuration Duration = -1 << 63
	maxDuration Duration = 1<<63 - 1
)

func (d Duration) Nanoseconds() int64  { return int64(d) }
func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }

func (d Duration) Seconds() float64 {
	return float64(d/Second) + float64(d%Second)/1e9
}

func (d Duration) Minutes() float64 {
	return float64(d/Minute) + float64(d%Minute)/(60*1e9)
}

func (d Duration) Hours() float64 {
	return float64(d/Hour) + float64(d%Hour)/(60*60*1e9)
}

// Truncate rounds toward zero to a multiple of m.
func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

// Round rounds to the nearest multiple of m, halves away from zero.
func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	r := d % m
	if d < 0 {
		r = -r
		if below := d + r; uint64(r)+uint64(r) < uint64(m) {
			return below
		} else if up := below - m; up < d {
			return up
		}
		return minDuration
	}
	if uint64(r)+uint64(r) < uint64(m) {
		return d - r
	}
	if up := d + m - r; up > d {
		return up
	}
	return maxDuration
}

func (d Duration) Abs() Duration {
	if d >= 0 {
		return d
	}
	if d == minDuration {
		return maxDuration
	}
	return -d
}

// appendInt appends v with at least width digits.
func appendInt(b []byte, v int, width int) []byte {
	u := uint64(v)
	if v < 0 {
		b = append(b, '-')
		u = -u
	}
	return appendUint(b, u, width)
}

func appendUint(b []byte, u uint64, width int) []byte {
	var digits [20]byte
	i := len(digits)
	for u > 0 || width > 0 {
		i--
		digits[i] = byte('0' + u%10)
		u /= 10
		width--
	}
	return append(b, digits[i:]...)
}

// appendFraction appends u / 10^places without trailing zeros.
func appendFraction(b []byte, u uint64, places int) []byte {
	scale := uint64(1)
	for i := 0; i < places; i++ {
		scale *= 10
	}
	b = appendUint(b, u/scale, 1)
	rest := u % scale
	if rest == 0 {
		return b
	}
	for rest%10 == 0 {
		rest /= 10
		places--
	}
	b = append(b, '.')
	return appendUint(b, rest, places)
}

// String is 72h3m0.5s, 1.5ms, 0s.
func (d Duration) String() string {
	if d == 0 {
		return "0s"
	}
	var b []byte
	u := uint64(d)
	if d < 0 {
		b = append(b, '-')
		u = -u
	}
	switch {
	case u < uint64(Microsecond):
		b = appendUint(b, u, 1)
		return string(append(b, "ns"...))
	case u < uint64(Millisecond):
		b = appendFraction(b, u, 3)
		return string(append(b, "µs"...))
	case u < uint64(Second):
		b = appendFraction(b, u, 6)
		return string(append(b, "ms"...))
	}
	minutes := u / uint64(Minute)
	if hours := minutes / 60; hours > 0 {
		b = appendUint(b, hours, 1)
		b = append(b, 'h')
	}
	if minutes > 0 {
		b = appendUint(b, minutes%60, 1)
		b = append(b, 'm')
	}
	b = appendFraction(b, u%uint64(Minute), 9)
	return string(append(b, 's'))
}

type parseError string

func (e parseError) Error() string { return string(e) }

func quote(s string) string { return "\"" + s + "\"" }

func unitOf(name string) uint64 {
	switch name {
	case "ns":
		return uint64(Nanosecond)
	case "us", "µs", "μs":
		return uint64(Microsecond)
	case "ms":
		return uint64(Millisecond)
	case "s":
		return uint64(Second)
	case "m":
		return uint64(Minute)
	case "h":
		return uint64(Hour)
	}
	return 0
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// ParseDuration reads what String writes, and "1.5h", "-2h45m" and their like.
func ParseDuration(s string) (Duration, error) {
	invalid := parseError("time: invalid duration " + quote(s))
	rest := s
	negative := false
	if rest != "" && (rest[0] == '-' || rest[0] == '+') {
		negative = rest[0] == '-'
		rest = rest[1:]
	}
	if rest == "0" {
		return 0, nil
	}
	if rest == "" {
		return 0, invalid
	}
	var total uint64
	for rest != "" {
		var whole, fraction uint64
		scale := 1.0
		i := 0
		for i < len(rest) && isDigit(rest[i]) {
			if whole > (1<<63)/10 {
				return 0, invalid
			}
			whole = whole*10 + uint64(rest[i]-'0')
			if whole > 1<<63 {
				return 0, invalid
			}
			i++
		}
		digits := i
		if i < len(rest) && rest[i] == '.' {
			i++
			overflow := false
			for i < len(rest) && isDigit(rest[i]) {
				digits++
				if !overflow {
					if fraction > (1<<63-1)/10 || fraction*10+uint64(rest[i]-'0') > 1<<63 {
						overflow = true
					} else {
						fraction = fraction*10 + uint64(rest[i]-'0')
						scale *= 10
					}
				}
				i++
			}
		}
		if digits == 0 {
			return 0, invalid
		}
		rest = rest[i:]
		i = 0
		for i < len(rest) && rest[i] != '.' && !isDigit(rest[i]) {
			i++
		}
		if i == 0 {
			return 0, parseError("time: missing unit in duration " + quote(s))
		}
		unit := unitOf(rest[:i])
		if unit == 0 {
			return 0, parseError("time: unknown unit " + quote(rest[:i]) + " in duration " + quote(s))
		}
		rest = rest[i:]
		if whole > (1<<63)/unit {
			return 0, invalid
		}
		whole *= unit
		if fraction > 0 {
			whole += uint64(float64(fraction) * (float64(unit) / scale))
			if whole > 1<<63 {
				return 0, invalid
			}
		}
		total += whole
		if total > 1<<63 {
			return 0, invalid
		}
	}
	if negative {
		return -Duration(total), nil
	}
	if total > 1<<63-1 {
		return 0, invalid
	}
	return Duration(total), nil
}
