package time

func (t Time) IsDST() bool                    { return false }
func (t Time) ZoneBounds() (start, end Time)  { return }
func (t Time) MarshalText() ([]byte, error)   { return t.AppendFormat(nil, RFC3339Nano), nil }
func (t Time) MarshalBinary() ([]byte, error) { return t.MarshalText() }

func (t Time) AppendText(b []byte) ([]byte, error)   { return t.AppendFormat(b, RFC3339Nano), nil }
func (t Time) AppendBinary(b []byte) ([]byte, error) { return t.AppendText(b) }

func (t Time) MarshalJSON() ([]byte, error) {
	b := t.AppendFormat([]byte{'"'}, RFC3339Nano)
	return append(b, '"'), nil
}

func (t *Time) UnmarshalText(data []byte) (err error) {
	*t, err = Parse(RFC3339, string(data))
	return
}

func (t *Time) UnmarshalBinary(data []byte) error { return t.UnmarshalText(data) }

func (t *Time) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	if len(data) < 2 || data[0] != '"' || data[len(data)-1] != '"' {
		return parseError("Time.UnmarshalJSON: input is not a JSON string")
	}
	return t.UnmarshalText(data[1 : len(data)-1])
}
