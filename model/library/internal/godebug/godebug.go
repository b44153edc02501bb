// Package godebug: settings of the environment variable GODEBUG, which is empty.
package godebug

type Setting struct {
	name string
}

// New returns a setting; a name that starts with # is of one that is not documented.
func New(name string) *Setting { return &Setting{name} }

func (s *Setting) Name() string {
	if s.name != "" && s.name[0] == '#' {
		return s.name[1:]
	}
	return s.name
}

func (s *Setting) Undocumented() bool { return s.name != "" && s.name[0] == '#' }
func (s *Setting) String() string     { return s.Name() + "=" }
func (s *Setting) Value() string      { return "" }
func (s *Setting) IncNonDefault()     {}
