//go:build !race

package chancheckgate

func raceDisable() {}
func raceEnable()  {}
