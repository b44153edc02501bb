//go:build !linux

package chancheckgate

func hold()      {}
func awaitHold() {}
