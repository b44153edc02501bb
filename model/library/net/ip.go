package net

// IPv4 is the address a.b.c.d, in 16 bytes.
func IPv4(a, b, c, d byte) IP {
	return IP{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, a, b, c, d}
}

// ParseIP reads an address of version 4 or 6, without a zone; nil if s is none.
func ParseIP(s string) IP {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '.':
			if ip, rest := parseDotted(s); ip != nil && rest == "" {
				return IPv4(ip[0], ip[1], ip[2], ip[3])
			}
			return nil
		case ':':
			return parseGroups(s)
		}
	}
	return nil
}

// parseDotted reads four numbers of at most 255, without leading zeros.
func parseDotted(s string) (ip []byte, rest string) {
	for len(ip) < 4 {
		if len(ip) > 0 {
			if s == "" || s[0] != '.' {
				return nil, s
			}
			s = s[1:]
		}
		n, length := 0, 0
		for length < len(s) && length < 4 && '0' <= s[length] && s[length] <= '9' {
			n = 10*n + int(s[length]-'0')
			length++
		}
		if length == 0 || n > 255 || length > 1 && s[0] == '0' {
			return nil, s
		}
		ip = append(ip, byte(n))
		s = s[length:]
	}
	return ip, s
}

// parseGroups reads eight groups of at most four hexadecimal digits, the last two perhaps as a version 4 address; `::` stands once for
// one group of zero or more.
func parseGroups(s string) IP {
	var ip []byte
	gap := -1
	if len(s) >= 2 && s[:2] == "::" {
		gap = 0
		s = s[2:]
	}
	for len(ip) < 16 && s != "" {
		n, length := 0, 0
		for length < len(s) && length < 5 {
			digit := hexDigit(s[length])
			if digit < 0 {
				break
			}
			n = 16*n + digit
			length++
		}
		if length == 0 || length > 4 {
			return nil
		}
		if length < len(s) && s[length] == '.' {
			four, rest := parseDotted(s)
			if four == nil || rest != "" || len(ip) > 12 || gap < 0 && len(ip) != 12 {
				return nil
			}
			ip = append(ip, four...)
			s = ""
			break
		}
		ip = append(ip, byte(n>>8), byte(n))
		s = s[length:]
		if s == "" {
			break
		}
		if s[0] != ':' || len(s) == 1 {
			return nil
		}
		s = s[1:]
		if s[0] == ':' {
			if gap >= 0 {
				return nil
			}
			gap = len(ip)
			s = s[1:]
		}
	}
	if s != "" || gap < 0 && len(ip) < 16 || gap >= 0 && len(ip) == 16 {
		return nil
	}
	full := make(IP, 16)
	if gap < 0 {
		gap = len(ip)
	}
	copy(full, ip[:gap])
	copy(full[16-(len(ip)-gap):], ip[gap:])
	return full
}

func hexDigit(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

const hexDigits = "0123456789abcdef"

func hexadecimal(bytes []byte) string {
	var text []byte
	for _, b := range bytes {
		text = append(text, hexDigits[b>>4], hexDigits[b&15])
	}
	return string(text)
}

// groups is the text of 16 bytes (RFC 5952): the first of the longest runs of at least two groups of zero is `::`.
func groups(ip IP) string {
	begin, end := -1, -1
	for i := 0; i < 16; i += 2 {
		j := i
		for j < 16 && ip[j] == 0 && ip[j+1] == 0 {
			j += 2
		}
		if j-i > end-begin && j-i >= 4 {
			begin, end = i, j
		}
	}
	text := ""
	for i := 0; i < 16; i += 2 {
		if i == begin {
			text += "::"
			i = end - 2
			continue
		}
		if i > 0 && i != end {
			text += ":"
		}
		digits := hexadecimal(ip[i : i+2])
		for len(digits) > 1 && digits[0] == '0' {
			digits = digits[1:]
		}
		text += digits
	}
	return text
}
