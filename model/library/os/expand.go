package os

import "strings"

// ExpandEnv is Expand by the environment.
func ExpandEnv(s string) string { return Expand(s, Getenv) }

// Expand replaces $name and ${name}, where a name is letters, digits and underscores, or one of a shell's own. What is not closed,
// or empty in braces, goes; a $ before nothing of the kind stays.
func Expand(s string, mapping func(string) string) string {
	var b []byte
	for {
		before, rest, found := strings.Cut(s, "$")
		b = append(b, before...)
		if !found {
			return string(b)
		}
		name, length := variable(rest)
		switch {
		case name != "":
			b = append(b, mapping(name)...)
		case length == 0:
			b = append(b, '$')
		}
		s = rest[length:]
	}
}

// variable is the name at the start of s, and how long it is with its braces.
func variable(s string) (name string, length int) {
	if s == "" {
		return "", 0
	}
	if s[0] == '{' {
		if len(s) > 2 && isShells(s[1]) && s[2] == '}' {
			return s[1:2], 3
		}
		end := strings.IndexByte(s, '}')
		if end < 0 {
			return "", 1
		}
		return s[1:end], end + 1
	}
	if isShells(s[0]) {
		return s[:1], 1
	}
	for length < len(s) && isNames(s[length]) {
		length++
	}
	return s[:length], length
}

// isShells: is it the whole name of one of a shell's own variables?
func isShells(c byte) bool { return strings.IndexByte("*#$@!?-0123456789", c) >= 0 }

func isNames(c byte) bool { return c == '_' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z' }
