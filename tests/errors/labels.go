// Labels and jumps.
package main

func unused(x bool) {
L: // ERROR "label L defined and not used"
	for x {
	}
	goto M // ERROR "label M not defined"
}

func misplaced(x any) {
	break    // ERROR "break is not in a loop, switch, or select"
	continue // ERROR "continue is not in a loop"
	switch x.(type) {
	case int:
		fallthrough // ERROR "cannot fallthrough in type switch"
	default:
	}
	switch x {
	case 1:
		fallthrough // ERROR "cannot fallthrough final case in switch"
	}
}

func wrong(x bool) {
L:
	switch {
	case x:
		for {
			continue L // ERROR "invalid continue label L"
		}
	}
	func() {
		for {
			break L // ERROR "break label not defined: L"
		}
	}()
}

func jumps(x bool) {
	if x {
		goto L // ERROR "goto L jumps over declaration of y at .*labels.go:45:4"
	}
	goto M // ERROR "goto M jumps into block starting at .*labels.go:48:2"
	y := 1
	_ = y
L:
	{
	M:
		return
	}
}

func main() {}
