package io

type multiReader struct {
	readers []Reader
}

func MultiReader(readers ...Reader) Reader {
	return &multiReader{append([]Reader(nil), readers...)}
}

func (m *multiReader) Read(p []byte) (n int, err error) {
	for len(m.readers) > 0 {
		if inner, ok := m.readers[0].(*multiReader); ok && len(m.readers) == 1 {
			m.readers = inner.readers
			continue
		}
		n, err = m.readers[0].Read(p)
		if err == EOF {
			m.readers[0] = atEnd{} // who shares the list reads on from it
			m.readers = m.readers[1:]
		}
		if n > 0 || err != EOF {
			if err == EOF && len(m.readers) > 0 {
				err = nil
			}
			return
		}
	}
	return 0, EOF
}

// WriteTo copies one reader after the other; after an error it can be called again.
func (m *multiReader) WriteTo(w Writer) (sum int64, err error) {
	for i, r := range m.readers {
		n, err := copyBuffer(w, r, nil)
		sum += n
		if err != nil {
			m.readers = m.readers[i:]
			return sum, err
		}
		m.readers[i] = nil
	}
	m.readers = nil
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
