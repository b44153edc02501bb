package strconv

func FormatComplex(c complex128, fmt byte, prec, bitSize int) string {
	if bitSize != 64 && bitSize != 128 {
		panic("invalid bitSize")
	}
	im := FormatFloat(imag(c), fmt, prec, bitSize/2)
	if im[0] != '+' && im[0] != '-' {
		im = "+" + im
	}
	return "(" + FormatFloat(real(c), fmt, prec, bitSize/2) + im + "i)"
}

// ParseComplex: N, Ni or N±Ni, in parentheses or not.
func ParseComplex(s string, bitSize int) (complex128, error) {
	bits := 64
	if bitSize == 64 {
		bits = 32
	}
	rest := s
	if len(s) >= 2 && s[0] == '(' && s[len(s)-1] == ')' {
		rest = s[1 : len(s)-1]
	}
	tooLarge := false
	part := func() (f float64, ok bool) {
		n := floatPrefix(rest)
		f, err := ParseFloat(rest[:n], bits)
		if err != nil {
			if err.(*NumError).Err != ErrRange {
				return 0, false
			}
			tooLarge = true
		}
		rest = rest[n:]
		return f, true
	}
	result := func(c complex128) (complex128, error) {
		if tooLarge {
			return c, &NumError{"ParseComplex", s, ErrRange}
		}
		return c, nil
	}
	wrong := &NumError{"ParseComplex", s, ErrSyntax}

	first, ok := part()
	switch {
	case !ok:
		return 0, wrong
	case rest == "":
		return result(complex(first, 0))
	case rest == "i":
		return result(complex(0, first))
	case rest[0] == '+' && len(rest) > 1 && rest[1] != '+':
		rest = rest[1:] // so that NaN, which has no sign, may follow
	case rest[0] != '+' && rest[0] != '-':
		return 0, wrong
	}
	second, ok := part()
	if !ok || rest != "i" {
		return 0, wrong
	}
	return result(complex(first, second))
}

// floatPrefix is the length of what s begins with that ParseFloat is to take, as far as a number could reach.
func floatPrefix(s string) int {
	i := 0
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		i++
	}
	for _, name := range []string{"infinity", "inf", "nan"} {
		if len(s)-i >= len(name) && lower(s[i:i+len(name)]) == name {
			return i + len(name)
		}
	}
	base, exponent := 10, byte('e')
	if i+2 < len(s) && s[i] == '0' && lower(s[i+1:i+2]) == "x" {
		base, exponent, i = 16, 'p', i+2
	}
	for dot := false; i < len(s) && (s[i] == '_' || s[i] == '.' && !dot || digitOf(s[i]) < base); i++ {
		dot = dot || s[i] == '.'
	}
	if i == len(s) || lower(s[i : i+1])[0] != exponent {
		return i
	}
	i++
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		i++
	}
	for i < len(s) && (s[i] == '_' || digitOf(s[i]) < 10) {
		i++
	}
	return i
}

func lower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}
