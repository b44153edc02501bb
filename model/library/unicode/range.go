package unicode

import (
	"internal/machine"
	"internal/unitab"
)

// A RangeTable is a set of runes: ranges, or one of the classes below.
type RangeTable struct {
	R16         []Range16
	R32         []Range32
	LatinOffset int
	is          func(r rune) bool
}

type Range16 struct {
	Lo, Hi, Stride uint16
}

type Range32 struct {
	Lo, Hi, Stride uint32
}

var (
	Letter      = &RangeTable{is: IsLetter}
	L           = Letter
	Upper       = &RangeTable{is: IsUpper}
	Lu          = Upper
	Lower       = &RangeTable{is: IsLower}
	Ll          = Lower
	Title       = &RangeTable{is: IsTitle}
	Lt          = Title
	Digit       = &RangeTable{is: IsDigit}
	Nd          = Digit
	Number      = &RangeTable{is: IsNumber}
	N           = Number
	Punct       = &RangeTable{is: IsPunct}
	P           = Punct
	Symbol      = &RangeTable{is: IsSymbol}
	S           = Symbol
	Mark        = &RangeTable{is: IsMark}
	M           = Mark
	Space       = &RangeTable{is: func(r rune) bool { return IsSpace(r) && r > 0x1f && r != 0x85 }}
	White_Space = &RangeTable{is: IsSpace}
	Cc          = &RangeTable{is: IsControl}
	Han         = &RangeTable{is: isHan}
	Hiragana    = &RangeTable{R16: []Range16{{0x3041, 0x3096, 1}, {0x309d, 0x309f, 1}}}
	Katakana    = &RangeTable{R16: []Range16{{0x30a1, 0x30fa, 1}, {0x30fd, 0x30ff, 1}, {0x31f0, 0x31ff, 1}, {0x32d0, 0x32fe, 1}, {0x3300, 0x3357, 1}, {0xff66, 0xff6f, 1}, {0xff71, 0xff9d, 1}}}
	Latin       = &RangeTable{is: func(r rune) bool { return r < 0x250 && r != 0xd7 && r != 0xf7 && IsLetter(r) }}
	Cyrillic    = &RangeTable{R16: []Range16{{0x0400, 0x0484, 1}, {0x0487, 0x052f, 1}}}
	Greek       = &RangeTable{is: func(r rune) bool { return 0x370 <= r && r < 0x400 && IsLetter(r) }}
)

func isHan(r rune) bool {
	return 0x4e00 <= r && r <= 0x9fff || 0x3400 <= r && r <= 0x4dbf || 0xf900 <= r && r <= 0xfad9 ||
		0x20000 <= r && r <= 0x323af && unitab.Is(letters, r) || r == 0x3005 || r == 0x3007 || 0x2e80 <= r && r <= 0x2fd5
}

// Is reports whether r is in the table.
func Is(rangeTab *RangeTable, r rune) bool {
	if rangeTab.is != nil {
		return rangeTab.is(r)
	}
	for _, g := range rangeTab.R16 {
		if rune(g.Lo) <= r && r <= rune(g.Hi) && (r-rune(g.Lo))%rune(g.Stride) == 0 {
			return true
		}
	}
	for _, g := range rangeTab.R32 {
		if rune(g.Lo) <= r && r <= rune(g.Hi) && (r-rune(g.Lo))%rune(g.Stride) == 0 {
			return true
		}
	}
	return false
}

func In(r rune, ranges ...*RangeTable) bool {
	for _, t := range ranges {
		if Is(t, r) {
			return true
		}
	}
	return false
}

func IsOneOf(ranges []*RangeTable, r rune) bool { return In(r, ranges...) }

// A CaseRange says how far the upper, lower and title case of its runes are from them.
type CaseRange struct {
	Lo    uint32
	Hi    uint32
	Delta [MaxCase]rune
}

// A SpecialCase has the case rules of a language where they are not the usual ones.
type SpecialCase []CaseRange

// to is the rune in the given case, or usual if no range has it.
func (special SpecialCase) to(which int, r, usual rune) rune {
	for _, c := range special {
		if rune(c.Lo) > r || r > rune(c.Hi) {
			continue
		}
		if c.Delta[which] <= MaxRune {
			return r + c.Delta[which]
		}
		// Upper and lower case alternate, an upper one first.
		return rune(c.Lo) + (r-rune(c.Lo))&^1 + rune(which&1)
	}
	return usual
}

func (special SpecialCase) ToUpper(r rune) rune { return special.to(UpperCase, r, ToUpper(r)) }
func (special SpecialCase) ToLower(r rune) rune { return special.to(LowerCase, r, ToLower(r)) }
func (special SpecialCase) ToTitle(r rune) rune { return special.to(TitleCase, r, ToTitle(r)) }

// Turkish has an i with a dot and one without, in both cases.
var TurkishCase = SpecialCase{
	{'I', 'I', [MaxCase]rune{0, 'ı' - 'I', 0}},
	{'i', 'i', [MaxCase]rune{'İ' - 'i', 0, 'İ' - 'i'}},
	{'İ', 'İ', [MaxCase]rune{0, 'i' - 'İ', 0}},
	{'ı', 'ı', [MaxCase]rune{'I' - 'ı', 0, 'I' - 'ı'}},
}

var AzeriCase = TurkishCase

// The tables of categories and scripts are not here; what asks for one of them ends in an error.
var (
	Categories      = machine.NoValue[map[string]*RangeTable]()
	CategoryAliases = machine.NoValue[map[string]string]()
	Scripts         = machine.NoValue[map[string]*RangeTable]()
	Properties      = machine.NoValue[map[string]*RangeTable]()
	FoldCategory    = machine.NoValue[map[string]*RangeTable]()
	FoldScript      = machine.NoValue[map[string]*RangeTable]()
	Cn              = machine.NoValue[*RangeTable]()
	LC              = machine.NoValue[*RangeTable]()
)
