package time

const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

// elements are the parts of a layout that stand for something, longest first where one begins another.
const elements = "January|Jan|Monday|Mon|MST|2006|__2|_2006|_2|002|01|02|03|04|05|06|15|" +
	"PM|pm|Z070000|Z07:00:00|Z0700|Z07:00|Z07|-070000|-07:00:00|-0700|-07:00|-07|1|2|3|4|5"

func startsWith(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }

// element finds the element that s begins with; "" if none.
func element(s string) string {
	for from := 0; from < len(elements); {
		to := from
		for to < len(elements) && elements[to] != '|' {
			to++
		}
		e := elements[from:to]
		from = to + 1
		if !startsWith(s, e) {
			continue
		}
		if (e == "Jan" || e == "Mon") && len(s) > 3 && 'a' <= s[3] && s[3] <= 'z' {
			continue
		}
		return e
	}
	return fraction(s)
}

// fraction finds .000 or ,999 followed by no other digit.
func fraction(s string) string {
	if len(s) < 2 || s[0] != '.' && s[0] != ',' || s[1] != '0' && s[1] != '9' {
		return ""
	}
	i := 1
	for i < len(s) && s[i] == s[1] {
		i++
	}
	if i < len(s) && isDigit(s[i]) {
		return ""
	}
	return s[:i]
}

func (t Time) AppendFormat(b []byte, layout string) []byte {
	name, zone := t.Zone()
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	for i := 0; i < len(layout); {
		e := element(layout[i:])
		if e == "" {
			b = append(b, layout[i])
			i++
			continue
		}
		i += len(e)
		switch e {
		case "2006":
			b = appendInt(b, year, 4)
		case "_2006":
			b = append(b, '_')
			b = appendInt(b, year, 4)
		case "06":
			b = appendInt(b, max(year, -year)%100, 2)
		case "January":
			b = append(b, month.String()...)
		case "Jan":
			b = append(b, month.String()[:3]...)
		case "1":
			b = appendInt(b, int(month), 1)
		case "01":
			b = appendInt(b, int(month), 2)
		case "Monday":
			b = append(b, t.Weekday().String()...)
		case "Mon":
			b = append(b, t.Weekday().String()[:3]...)
		case "2":
			b = appendInt(b, day, 1)
		case "_2":
			if day < 10 {
				b = append(b, ' ')
			}
			b = appendInt(b, day, 1)
		case "02":
			b = appendInt(b, day, 2)
		case "002":
			b = appendInt(b, t.YearDay(), 3)
		case "__2":
			yday := t.YearDay()
			if yday < 100 {
				b = append(b, ' ')
			}
			if yday < 10 {
				b = append(b, ' ')
			}
			b = appendInt(b, yday, 1)
		case "15":
			b = appendInt(b, hour, 2)
		case "3":
			b = appendInt(b, (hour+11)%12+1, 1)
		case "03":
			b = appendInt(b, (hour+11)%12+1, 2)
		case "4":
			b = appendInt(b, min, 1)
		case "04":
			b = appendInt(b, min, 2)
		case "5":
			b = appendInt(b, sec, 1)
		case "05":
			b = appendInt(b, sec, 2)
		case "PM":
			b = append(b, "AMPM"[hour/12*2:hour/12*2+2]...)
		case "pm":
			b = append(b, "ampm"[hour/12*2:hour/12*2+2]...)
		case "MST":
			if name != "" {
				b = append(b, name...)
			} else {
				b = appendZone(b, "-0700", zone)
			}
		default:
			if e[0] == '.' || e[0] == ',' {
				b = t.appendNanoseconds(b, e)
			} else if e[0] == 'Z' && zone == 0 {
				b = append(b, 'Z')
			} else {
				b = appendZone(b, e, zone)
			}
		}
	}
	return b
}

func appendZone(b []byte, e string, zone int) []byte {
	sign := byte('+')
	if zone < 0 {
		sign = '-'
		zone = -zone
	}
	b = append(b, sign)
	b = appendInt(b, zone/3600, 2)
	colon := len(e) > 3 && e[3] == ':'
	if len(e) > 3 {
		if colon {
			b = append(b, ':')
		}
		b = appendInt(b, zone/60%60, 2)
	}
	if len(e) > 6 {
		if colon {
			b = append(b, ':')
		}
		b = appendInt(b, zone%60, 2)
	}
	return b
}

func (t Time) appendNanoseconds(b []byte, e string) []byte {
	digits := appendInt(nil, int(t.nsec), 9)
	if n := len(e) - 1; n < 9 {
		digits = digits[:n]
	}
	if e[1] == '9' {
		for len(digits) > 0 && digits[len(digits)-1] == '0' {
			digits = digits[:len(digits)-1]
		}
		if len(digits) == 0 {
			return b
		}
	}
	b = append(b, e[0])
	return append(b, digits...)
}

func (t Time) Format(layout string) string { return string(t.AppendFormat(nil, layout)) }

func (t Time) String() string { return t.Format("2006-01-02 15:04:05.999999999 -0700 MST") }

func (t Time) GoString() string {
	location := "time.UTC"
	switch l := t.Location(); l {
	case UTC:
	case Local:
		location = "time.Local"
	default:
		location = "time.Location(" + quote(l.String()) + ")"
	}
	number := func(n int) string { return string(appendInt(nil, n, 1)) }
	return "time.Date(" + number(t.Year()) + ", time." + t.Month().String() + ", " + number(t.Day()) + ", " + number(t.Hour()) + ", " +
		number(t.Minute()) + ", " + number(t.Second()) + ", " + number(t.Nanosecond()) + ", " + location + ")"
}
