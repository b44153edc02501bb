package io

type multiReader struct {
	left []Reader
}

func MultiReader(readers ...Reader) Reader {
	return &multiReader{append([]Reader(nil), readers...)}
}

func (m *multiReader) Read(p []byte) (int, error) {
	for {
		switch len(m.left) {
		case 0:
			return 0, EOF
		case 1: // the last one may be the list of those that follow
			if inner, ok := m.left[0].(*multiReader); ok {
				m.left = inner.left
				continue
			}
		}
		n, err := m.left[0].Read(p)
		if err != EOF {
			return n, err
		}
		m.left[0], m.left = atEnd{}, m.left[1:] // who shares the list reads on from it
		if n > 0 && len(m.left) > 0 {
			return n, nil
		}
		if n > 0 {
			return n, EOF
		}
	}
}

// WriteTo copies one reader after the other; after an error it can be called again.
func (m *multiReader) WriteTo(w Writer) (sum int64, err error) {
	for len(m.left) > 0 {
		n, err := copyBuffer(w, m.left[0], nil)
		sum += n
		if err != nil {
			return sum, err
		}
		m.left[0], m.left = nil, m.left[1:]
	}
	m.left = nil
	return sum, nil
}

type atEnd struct{}

func (atEnd) Read([]byte) (int, error) { return 0, EOF }

type multiWriter struct {
	writers []Writer
}

func MultiWriter(writers ...Writer) Writer {
	var all []Writer
	for _, w := range writers {
		if inner, ok := w.(*multiWriter); ok {
			all = append(all, inner.writers...)
		} else {
			all = append(all, w)
		}
	}
	return &multiWriter{all}
}

func (m *multiWriter) each(size int, write func(w Writer) (int, error)) (n int, err error) {
	for _, w := range m.writers {
		n, err = write(w)
		if err != nil {
			return
		}
		if n != size {
			return n, ErrShortWrite
		}
	}
	return size, nil
}

func (m *multiWriter) Write(p []byte) (n int, err error) {
	return m.each(len(p), func(w Writer) (int, error) { return w.Write(p) })
}

func (m *multiWriter) WriteString(s string) (n int, err error) {
	var p []byte
	return m.each(len(s), func(w Writer) (int, error) {
		if to, ok := w.(StringWriter); ok {
			return to.WriteString(s)
		}
		if p == nil {
			p = []byte(s) // the same for all
		}
		return w.Write(p)
	})
}
