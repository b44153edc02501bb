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

// zone reads ±hh, ±hhmm, ±hh:mm, and seconds, as the element is written.
func zone(s, e string) (offset int, rest string, ok bool) {
	if e[0] == 'Z' && s != "" && s[0] == 'Z' {
		return 0, s[1:], true
	}
	if s == "" || s[0] != '+' && s[0] != '-' {
		return 0, s, false
	}
	negative := s[0] == '-'
	s = s[1:]
	unit := 3600
	for i := 1; i < len(e); i += 2 {
		if e[i] == ':' {
			if s == "" || s[0] != ':' {
				return 0, s, false
			}
			s = s[1:]
			i++
		}
		var n int
		if n, s, ok = digits(s, 2, 2); !ok {
			return 0, s, false
		}
		offset += n * unit
		unit /= 60
	}
	if negative {
		offset = -offset
	}
	return offset, s, true
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

func Parse(layout, value string) (Time, error) { return ParseInLocation(layout, value, UTC) }

func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	year, month, day, yday := 0, 1, 1, 0
	hour, min, sec, nsec := 0, 0, 0, 0
	pm, am := false, false
	zoned, offset, zoneName := false, 0, ""
	s := value
	outOfRange := ""
	for i := 0; i < len(layout); {
		e := element(layout[i:])
		if e == "" {
			if s == "" || s[0] != layout[i] {
				return Time{}, &ParseError{layout, value, layout[i:], s, ""}
			}
			s = s[1:]
			i++
			continue
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
			n := 0
			if s != "" && (s[0] == '+' || s[0] == '-') {
				// An offset in hours stands for a name.
				hours, rest, number := digits(s[1:], 1, 5)
				n = len(s) - len(rest)
				ok = number && hours <= 23
				zoneName = s[:n]
				s = rest
				break
			}
			for n < len(s) && 'A' <= s[n] && s[n] <= 'Z' {
				n++
			}
			ok = n >= 3
			zoneName = s[:n]
			s = s[n:]
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
			offset, s, ok = zone(s, e)
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
	if yday > 0 {
		t := Date(year, January, yday, 0, 0, 0, 0, UTC)
		month, day = int(t.Month()), t.Day()
	} else if day < 1 || day > daysIn(year, month) {
		return Time{}, &ParseError{layout, value, "", value, ": day out of range"}
	}
	t := Date(year, Month(month), day, hour, min, sec, nsec, UTC)
	switch {
	case zoned:
		t = t.Add(-Duration(offset) * Second)
		if offset != 0 || zoneName != "" && zoneName != "UTC" {
			t = t.In(FixedZone(zoneName, offset))
		}
	case zoneName != "" && zoneName != "UTC":
		t = t.In(FixedZone(zoneName, 0))
	case zoneName == "" && loc != nil:
		t = t.Add(-Duration(loc.offset) * Second).In(loc)
	}
	return t, nil
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
