package slog

import (
	"internal/machine"
	"log/slog/internal/buffer"
	"math"
	"strconv"
)

// byteSlice is what a has if it is a slice of bytes, of any name.
func byteSlice(a any) ([]byte, bool) {
	if a == nil || machine.Kind(a) != machine.KindSlice || machine.ElemKind(a) != machine.KindUint8 {
		return nil, false
	}
	return []byte(machine.Bytes(a)), true
}

// appendJSONMarshal is for nil, levels and floating-point numbers, as encoding/json writes them: with an exponent, of no more digits
// than it takes, where they are large or small. What else comes here takes reflection.
func appendJSONMarshal(buf *buffer.Buffer, v any) error {
	switch v := v.(type) {
	case nil:
		buf.WriteString("null")
		return nil
	case Level:
		*buf = strconv.AppendQuote(*buf, v.String())
		return nil
	}
	f, ok := v.(float64)
	if !ok {
		machine.Unmodelled("log/slog: a value of type " + machine.TypeName(v) + " as JSON")
	}
	if math.IsInf(f, 0) || math.IsNaN(f) {
		return unsupportedNumber(strconv.FormatFloat(f, 'g', -1, 64))
	}
	size := math.Abs(f)
	if size == 0 || 1e-6 <= size && size < 1e21 {
		*buf = strconv.AppendFloat(*buf, f, 'f', -1, 64)
		return nil
	}
	text := strconv.FormatFloat(f, 'e', -1, 64)
	if n := len(text); n >= 4 && text[n-4:n-1] == "e-0" {
		text = text[:n-2] + text[n-1:]
	}
	buf.WriteString(text)
	return nil
}

type unsupportedNumber string

func (s unsupportedNumber) Error() string { return "json: unsupported value: " + string(s) }
