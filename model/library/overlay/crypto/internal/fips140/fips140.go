// Package fips140: FIPS 140-3 mode is off, so nobody asks which services were approved.
package fips140

func getIndicator() uint8 { return 0 }
func setIndicator(uint8)  {}
