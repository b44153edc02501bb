package time

// A ParseError says where the value left the layout.
type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string
	ValueElem  string
	Message    string
}

func (e *ParseError) Error() string {
	if e.Message == "" {
		return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) + ": cannot parse " + quote(e.ValueElem) +
			" as " + quote(e.LayoutElem)
	}
	return "parsing time " + quote(e.Value) + e.Message
}

// digits reads least to most digits.
func digits(s string, least, most int) (n int, rest string, ok bool) {
	i := 0
	for i < len(s) && i < most && isDigit(s[i]) {
		n = n*10 + int(s[i]-'0')
		i++
	}
	return n, s[i:], i >= least
}

func sameLetters(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := 0; i < len(a); i++ {
		if a[i]|0x20 != b[i]|0x20 {
			return false
		}
	}
	return true
}

// named finds one of count names, as a whole or its first three letters.
func named(s string, count int, short bool, name func(i int) string) (index int, rest string, ok bool) {
	for i := 0; i < count; i++ {
		n := name(i)
		if short {
			n = n[:3]
		}
		if len(s) >= len(n) && sameLetters(s[:len(n)], n) {
			return i, s[len(n):], true
		}
	}
	return 0, s, false
}

// zone reads ±hh, ±hhmm, ±hh:mm, and seconds, as the element is written. wide is the part that is too large, if one is.
func zone(s, e string) (offset int, rest, wide string, ok bool) {
	if s == "" || s[0] != '+' && s[0] != '-' {
		return 0, s, "", false
	}
	negative := s[0] == '-'
	s = s[1:]
	unit := 3600
	for i := 1; i < len(e); i += 2 {
		if e[i] == ':' {
			if s == "" || s[0] != ':' {
				return 0, s, "", false
			}
			s = s[1:]
			i++
		}
		var n int
		if n, s, ok = digits(s, 2, 2); !ok {
			return 0, s, "", false
		}
		switch {
		case unit == 3600 && n > 24:
			wide = "time zone offset hour"
		case unit == 60 && n > 60:
			wide = "time zone offset minute"
		case unit == 1 && n > 60:
			wide = "time zone offset second"
		}
		offset += n * unit
		unit /= 60
	}
	if negative {
		offset = -offset
	}
	return offset, s, wide, true
}

// signedHours is how long a sign and a number of at most 23 at the start of s are, and the number.
func signedHours(s string) (length, hours int) {
	if s == "" || s[0] != '+' && s[0] != '-' {
		return 0, 0
	}
	hours, rest, ok := digits(s[1:], 1, len(s))
	if !ok || hours > 23 {
		return 0, 0
	}
	if s[0] == '-' {
		hours = -hours
	}
	return len(s) - len(rest), hours
}

// zoneNameLength is how long the abbreviation of a time zone at the start of s is: three letters, or four or five with a T at the end, or
// hours. 0: there is none.
func zoneNameLength(s string) int {
	if len(s) < 3 {
		return 0
	}
	if len(s) >= 4 && (s[:4] == "ChST" || s[:4] == "MeST") {
		return 4
	}
	if s[:3] == "GMT" {
		n, _ := signedHours(s[3:])
		return 3 + n
	}
	if s[0] == '+' || s[0] == '-' {
		n, _ := signedHours(s)
		return n
	}
	n := 0
	for n < 6 && n < len(s) && 'A' <= s[n] && s[n] <= 'Z' {
		n++
	}
	if n == 3 || (n == 4 || n == 5) && s[n-1] == 'T' || n == 4 && s[:4] == "WITA" {
		return n
	}
	return 0
}

func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// skip passes what stands between elements; there any number of blanks is as good as another, and none at the end.
func skip(s, literal string) (rest string, ok bool) {
	for literal != "" {
		if literal[0] == ' ' {
			if s != "" && s[0] != ' ' {
				return s, false
			}
			literal, s = afterBlanks(literal), afterBlanks(s)
			continue
		}
		if s == "" || s[0] != literal[0] {
			return s, false
		}
		literal, s = literal[1:], s[1:]
	}
	return s, true
}

func afterBlanks(s string) string {
	for s != "" && s[0] == ' ' {
		s = s[1:]
	}
	return s
}

func Parse(layout, value string) (Time, error) { return parse(layout, value, UTC, Local) }

func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	return parse(layout, value, loc, loc)
}

// parse: local is where an offset or an abbreviation that it has is, loc where a time without either is.
func parse(layout, value string, loc, local *Location) (Time, error) {
	year, month, day, yday := 0, -1, -1, -1
	hour, min, sec, nsec := 0, 0, 0, 0
	pm, am := false, false
	utc, zoned, offset, zoneName := false, false, 0, ""
	s := value
	outOfRange := ""
	for i := 0; i < len(layout); {
		begin := i
		e := ""
		for i < len(layout) {
			if e = element(layout[i:]); e != "" {
				break
			}
			i++
		}
		same := false
		if s, same = skip(s, layout[begin:i]); !same {
			return Time{}, &ParseError{layout, value, layout[begin:i], s, ""}
		}
		if e == "" {
			break
		}
		i += len(e)
		before := s
		ok := true
		switch e {
		case "2006", "_2006":
			if e[0] == '_' {
				ok = s != "" && s[0] == '_'
				if ok {
					s = s[1:]
				}
			}
			if ok {
				year, s, ok = digits(s, 4, 4)
			}
		case "06":
			year, s, ok = digits(s, 2, 2)
			if year >= 69 {
				year += 1900
			} else {
				year += 2000
			}
		case "January", "Jan":
			month, s, ok = named(s, 12, e == "Jan", func(i int) string { return monthName(Month(i + 1)) })
			month++
		case "1", "01":
			month, s, ok = digits(s, len(e), 2)
			if ok && (month < 1 || month > 12) {
				outOfRange = "month"
			}
		case "Monday", "Mon":
			_, s, ok = named(s, 7, e == "Mon", func(i int) string { return Weekday(i).String() })
		case "2", "_2", "02":
			if e == "_2" && s != "" && s[0] == ' ' {
				s = s[1:]
			}
			day, s, ok = digits(s, len(e)/2+len(e)%2, 2)
			if e == "02" && len(before)-len(s) < 2 {
				ok = false
			}
		case "002", "__2":
			for e == "__2" && s != "" && s[0] == ' ' {
				s = s[1:]
			}
			yday, s, ok = digits(s, 1, 3)
		case "15":
			hour, s, ok = digits(s, 1, 2)
			if hour >= 24 {
				outOfRange = "hour"
			}
		case "3", "03":
			hour, s, ok = digits(s, len(e), 2)
			if hour > 12 {
				outOfRange = "hour"
			}
		case "4", "04":
			min, s, ok = digits(s, len(e), 2)
			if min >= 60 {
				outOfRange = "minute"
			}
		case "5", "05":
			sec, s, ok = digits(s, len(e), 2)
			if sec >= 60 {
				outOfRange = "second"
			}
			// A fraction may follow although the layout has none.
			if len(s) > 1 && (s[0] == '.' || s[0] == ',') && isDigit(s[1]) && fraction(layout[i:]) == "" {
				nsec, s = fractionOf(s)
			}
		case "PM", "pm":
			if len(s) < 2 {
				ok = false
				break
			}
			half := s[:2]
			s = s[2:]
			switch {
			case half == "PM" && e == "PM", half == "pm" && e == "pm":
				pm = true
			case half == "AM" && e == "PM", half == "am" && e == "pm":
				am = true
			default:
				ok = false
			}
		case "MST":
			if len(s) >= 3 && s[:3] == "UTC" {
				utc = true
				s = s[3:]
				break
			}
			n := zoneNameLength(s)
			ok = n > 0
			zoneName, s = s[:n], s[n:]
		default:
			if e[0] == '.' || e[0] == ',' {
				if e[1] == '9' && (len(s) < 2 || s[0] != '.' && s[0] != ',' || !isDigit(s[1])) {
					break
				}
				rest := ""
				if ok = len(s) >= 2 && (s[0] == '.' || s[0] == ','); ok {
					nsec, rest = fractionOf(s)
					ok = e[1] == '9' || len(s)-len(rest) == len(e)
					s = rest
				}
				break
			}
			if e[0] == 'Z' && s != "" && s[0] == 'Z' {
				utc = true
				s = s[1:]
				break
			}
			offset, s, outOfRange, ok = zone(s, e)
			zoned = true
		}
		if outOfRange != "" {
			return Time{}, &ParseError{layout, value, e, value, ": " + outOfRange + " out of range"}
		}
		if !ok {
			return Time{}, &ParseError{layout, value, e, before, ""}
		}
	}
	if s != "" {
		return Time{}, &ParseError{layout, value, "", s, ": extra text: " + quote(s)}
	}
	if pm && hour < 12 {
		hour += 12
	} else if am && hour == 12 {
		hour = 0
	}
	if yday >= 0 {
		t := Date(year, January, yday, 0, 0, 0, 0, UTC)
		wrong := ""
		switch {
		case yday < 1 || t.Year() != year:
			wrong = ": day-of-year out of range"
		case month >= 0 && month != int(t.Month()):
			wrong = ": day-of-year does not match month"
		case day >= 0 && day != t.Day():
			wrong = ": day-of-year does not match day"
		}
		if wrong != "" {
			return Time{}, &ParseError{layout, value, "", value, wrong}
		}
		month, day = int(t.Month()), t.Day()
	} else {
		if month < 0 {
			month = 1
		}
		if day < 0 {
			day = 1
		}
	}
	if day < 1 || day > daysIn(year, month) {
		return Time{}, &ParseError{layout, value, "", value, ": day out of range"}
	}
	t := Date(year, Month(month), day, hour, min, sec, nsec, UTC)
	switch {
	case utc:
		return t, nil
	case zoned:
		t = t.Add(-Duration(offset) * Second)
	case zoneName == "":
		return t.Add(-Duration(loc.offset) * Second).In(loc), nil
	case len(zoneName) > 3 && zoneName[:3] == "GMT":
		_, hours := signedHours(zoneName[3:])
		offset = hours * 3600 // which is told and not counted
	}
	if name, o := t.In(local).Zone(); (!zoned || o == offset) && (zoneName == "" || name == zoneName) {
		if !zoned {
			t = t.Add(-Duration(o) * Second)
		}
		return t.In(local), nil
	}
	return t.In(FixedZone(zoneName, offset)), nil
}

// fractionOf reads .ddd as nanoseconds.
func fractionOf(s string) (nsec int, rest string) {
	scale := 100000000
	i := 1
	for ; i < len(s) && isDigit(s[i]); i++ {
		nsec += int(s[i]-'0') * scale
		scale /= 10
	}
	return nsec, s[i:]
}
