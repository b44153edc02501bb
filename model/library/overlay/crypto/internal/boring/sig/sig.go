// Package sig: marks in the machine code, without effect.
package sig

func BoringCrypto()   {}
func FIPSOnly()       {}
func StandardCrypto() {}
