// Package time: durations and the calendar are exact; clock.go says what the clock is.
package time

import "internal/machine"

// A Month is 1 to 12.
type Month int

const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

const months = "JanuaryFebruaryMarchAprilMayJuneJulyAugustSeptemberOctoberNovemberDecember"

// monthName is a part of months; where each begins is one byte of the string.
func monthName(m Month) string {
	const starts = "\x00\x07\x0f\x14\x19\x1c\x20\x24\x2a\x33\x3a\x42\x4a"
	return months[starts[m-1]:starts[m]]
}

func (m Month) String() string {
	if January <= m && m <= December {
		return monthName(m)
	}
	return "%!Month(" + string(appendInt(nil, int(m), 1)) + ")"
}

// A Weekday is 0 (Sunday) to 6.
type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

func (d Weekday) String() string {
	switch d {
	case Sunday:
		return "Sunday"
	case Monday:
		return "Monday"
	case Tuesday:
		return "Tuesday"
	case Wednesday:
		return "Wednesday"
	case Thursday:
		return "Thursday"
	case Friday:
		return "Friday"
	case Saturday:
		return "Saturday"
	}
	return "%!Weekday(" + string(appendInt(nil, int(d), 1)) + ")"
}

// A Location has a name and one offset; there is no database of time zones.
type Location struct {
	name   string
	offset int
}

var (
	UTC   *Location = &Location{name: "UTC"}
	Local *Location = &Location{name: "Local"}
)

func (l *Location) String() string {
	if l == nil {
		return "UTC"
	}
	return l.name
}

func FixedZone(name string, offset int) *Location { return &Location{name, offset} }

func LoadLocation(name string) (*Location, error) {
	switch name {
	case "", "UTC":
		return UTC, nil
	case "Local":
		return Local, nil
	}
	dots := false
	for i := 1; i < len(name); i++ {
		dots = dots || name[i-1] == '.' && name[i] == '.'
	}
	if dots || name[0] == '/' || name[0] == '\\' {
		return nil, parseError("time: invalid location name")
	}
	machine.Unmodelled("time.LoadLocation of " + name + " (there is no database of time zones)")
	return nil, nil
}

// A Time is an instant: seconds since 1 January of year 1 and nanoseconds, or that much from a reading of the clock's
// own start (clock.go).
type Time struct {
	sec  int64
	nsec int64
	r    *reading
	loc  *Location
}

const (
	secondsPerDay  = 86400
	daysToUnix     = 719162
	unixToInternal = daysToUnix * secondsPerDay
)

// minus is the difference of the known parts, saturated.
func (t Time) minus(u Time) Duration {
	seconds := t.sec - u.sec
	if seconds > 9223372036 {
		return maxDuration
	}
	if seconds < -9223372036 {
		return minDuration
	}
	return saturate(Duration(seconds)*Second, Duration(t.nsec-u.nsec))
}

func (t Time) Add(d Duration) Time {
	t.sec += int64(d / Second)
	t.nsec += int64(d % Second)
	if t.nsec >= 1e9 {
		t.sec++
		t.nsec -= 1e9
	} else if t.nsec < 0 {
		t.sec--
		t.nsec += 1e9
	}
	return t
}

func (t Time) Sub(u Time) Duration {
	d := span(t, u)
	if t.r != u.r && u.r != nil {
		settle(u.r)
	}
	return d
}

func (t Time) After(u Time) bool  { return order(t, u) > 0 }
func (t Time) Before(u Time) bool { return order(t, u) < 0 }
func (t Time) Compare(u Time) int { return order(t, u) }
func (t Time) Equal(u Time) bool  { return same(t, u) }
func (t Time) IsZero() bool       { return t.sec == 0 && t.nsec == 0 }

// offset is the zone's; abs the local seconds since year 1.
func (t Time) offset() int64 {
	if t.loc == nil {
		return 0
	}
	return int64(t.loc.offset)
}

func floorDivide(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func (t Time) day() int64 { return floorDivide(t.sec+t.offset(), secondsPerDay) }

func (t Time) secondOfDay() int64 { return t.sec + t.offset() - t.day()*secondsPerDay }

// civil turns days since 1 January of year 1 into a date: 400-year eras that begin in March.
func civil(days int64) (year int, month Month, day int) {
	days += 306
	era := floorDivide(days, 146097)
	dayOfEra := days - era*146097
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/146096) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	m := (5*dayOfYear + 2) / 153
	day = int(dayOfYear - (153*m+2)/5 + 1)
	year = int(era*400 + yearOfEra)
	if m < 10 {
		return year, Month(m + 3), day
	}
	return year + 1, Month(m - 9), day
}

// daysOf is the inverse of civil for months 1 to 12 and any day.
func daysOf(year int, month Month, day int) int64 {
	y, m := int64(year), int64(month)
	if m <= 2 {
		y--
		m += 12
	}
	era := floorDivide(y, 400)
	yearOfEra := y - era*400
	return era*146097 + yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + (153*(m-3)+2)/5 + int64(day) - 1 - 306
}

func (t Time) Date() (year int, month Month, day int) { return civil(t.day()) }

func (t Time) Year() int {
	y, _, _ := t.Date()
	return y
}

func (t Time) Month() Month {
	_, m, _ := t.Date()
	return m
}

func (t Time) Day() int {
	_, _, d := t.Date()
	return d
}

func (t Time) YearDay() int {
	day := t.day()
	year, _, _ := civil(day)
	return int(day-daysOf(year, January, 1)) + 1
}

func (t Time) Weekday() Weekday {
	day := t.day() + 1
	return Weekday(day - floorDivide(day, 7)*7)
}

func (t Time) ISOWeek() (year, week int) {
	thursday := t.day() - int64((t.Weekday()+6)%7) + 3
	year, _, _ = civil(thursday)
	return year, int(thursday-daysOf(year, January, 1))/7 + 1
}

func (t Time) Clock() (hour, min, sec int) {
	s := int(t.secondOfDay())
	return s / 3600, s / 60 % 60, s % 60
}

func (t Time) Hour() int       { return int(t.secondOfDay()) / 3600 }
func (t Time) Minute() int     { return int(t.secondOfDay()) / 60 % 60 }
func (t Time) Second() int     { return int(t.secondOfDay()) % 60 }
func (t Time) Nanosecond() int { return int(t.nsec) }

func (t Time) Unix() int64      { return t.sec - unixToInternal }
func (t Time) UnixMilli() int64 { return t.Unix()*1e3 + t.nsec/1e6 }
func (t Time) UnixMicro() int64 { return t.Unix()*1e6 + t.nsec/1e3 }
func (t Time) UnixNano() int64  { return t.Unix()*1e9 + t.nsec }

func (t Time) UTC() Time {
	t.loc = nil
	return t
}

func (t Time) Local() Time {
	t.loc = Local
	return t
}

func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	t.loc = loc
	if loc.name == "UTC" && loc.offset == 0 {
		t.loc = nil
	}
	return t
}

func (t Time) Location() *Location {
	if t.loc == nil {
		return UTC
	}
	return t.loc
}

func (t Time) Zone() (name string, offset int) {
	if t.loc == nil || t.loc.name == "Local" {
		return "UTC", 0
	}
	return t.loc.name, t.loc.offset
}

func (t Time) AddDate(years, months, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	u := Date(year+years, month+Month(months), day+days, hour, min, sec, int(t.nsec), t.Location())
	u.r = t.r
	return u
}

// Truncate rounds down to a multiple of d since year 1.
func (t Time) Truncate(d Duration) Time {
	if d <= 0 {
		return t
	}
	return t.Add(-t.remainder(d))
}

func (t Time) Round(d Duration) Time {
	if d <= 0 {
		return t
	}
	r := t.remainder(d)
	if uint64(r)+uint64(r) < uint64(d) { // in 63 bits it would wrap
		return t.Add(-r)
	}
	return t.Add(d - r)
}

// remainder is what is above a multiple of d, before year 1 too.
func (t Time) remainder(d Duration) Duration {
	if d%Second == 0 {
		m := int64(d / Second)
		return Duration(t.sec-floorDivide(t.sec, m)*m)*Second + Duration(t.nsec)
	}
	if Second%d == 0 {
		return Duration(t.nsec) % d
	}
	// sec * 1e9 mod d by parts, so that nothing wraps.
	r := int64(0)
	m := int64(d)
	base := int64(1e9) % m
	s := t.sec
	if s < 0 {
		s = -s
		base = (m - base) % m
	}
	for ; s > 0; s >>= 1 {
		if s&1 == 1 {
			r = int64((uint64(r) + uint64(base)) % uint64(m))
		}
		base = int64(2 * uint64(base) % uint64(m))
	}
	return Duration((uint64(r) + uint64(t.nsec)) % uint64(m))
}

func Unix(sec int64, nsec int64) Time {
	sec += floorDivide(nsec, 1e9)
	nsec -= floorDivide(nsec, 1e9) * 1e9
	return Time{sec: sec + unixToInternal, nsec: nsec, loc: Local}
}

func UnixMilli(msec int64) Time { return Unix(msec/1e3, msec%1e3*1e6) }
func UnixMicro(usec int64) Time { return Unix(usec/1e6, usec%1e6*1e3) }

// Date normalises its arguments: October 32 is November 1.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	m := int64(month) - 1
	year += int(floorDivide(m, 12))
	m -= floorDivide(m, 12) * 12
	days := daysOf(year, Month(m+1), 1) + int64(day) - 1
	seconds := days*secondsPerDay + int64(hour)*3600 + int64(min)*60 + int64(sec) + floorDivide(int64(nsec), 1e9)
	t := Time{sec: seconds - int64(loc.offset), nsec: int64(nsec) - floorDivide(int64(nsec), 1e9)*1e9}
	return t.In(loc)
}
