// Package constanttime: what the compiler has an instruction for.
package constanttime

func boolToUint8(b bool) uint8 {
	if b {
		return 1
	}
	return 0
}
