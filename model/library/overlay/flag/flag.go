package flag

import "internal/machine"

// isZeroValue asks whether value is how a flag of that kind starts out: without reflection only of this package's own kinds.
func isZeroValue(flag *Flag, value string) (ok bool, err error) {
	switch flag.Value.(type) {
	case *boolValue:
		return value == "false", nil
	case *intValue, *int64Value, *uintValue, *uint64Value, *float64Value:
		return value == "0", nil
	case *durationValue:
		return value == "0s", nil
	case *stringValue, funcValue, boolFuncValue:
		return value == "", nil
	}
	machine.Unmodelled("flag: whether a default of type " + machine.TypeName(flag.Value) + " is worth telling")
	return false, nil
}

// sortFlags asks for the flags in the order of their names, as they would be sorted in whatever order they came.
func sortFlags(flags map[string]*Flag) []*Flag {
	result := make([]*Flag, len(flags))
	for i := range result {
		result[i] = flags[machine.MapKey(flags, i).(string)]
	}
	return result
}
