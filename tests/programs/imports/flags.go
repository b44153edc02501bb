// A set of flags: values, errors, and what it says of itself.

//go:build go1.22

package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"time"
)

func main() {
	set := flag.NewFlagSet("tool", flag.ContinueOnError)
	set.SetOutput(os.Stdout)
	n := set.Int("n", 1, "number of `workers`")
	verbose := set.Bool("v", false, "say more")
	name := set.String("name", "x", "whose")
	wait := set.Duration("wait", 0, "how long")
	share := set.Float64("share", 0.5, "of it")
	size := set.Uint64("size", 0, "bytes")
	var list []string
	set.Func("l", "an element", func(s string) error { list = append(list, s); return nil })
	set.BoolFunc("once", "stop early", func(string) error { return errors.New("never") })
	fmt.Println(set.Parse([]string{"-n=3", "-v", "-l", "a", "-l=b", "--wait", "2s", "rest", "-n=4"}))
	fmt.Println(*n, *verbose, *name, *wait == 2*time.Second, *share, *size, list, set.Args())
	fmt.Println(errors.Is(set.Parse([]string{"-h"}), flag.ErrHelp))
	for _, bad := range []string{"-zz", "-n=x", "-wait=5", "-once", "-name"} {
		fmt.Println(set.Parse([]string{bad}))
	}
	set.Visit(func(f *flag.Flag) { fmt.Print(f.Name, "=", f.Value, " ") })
	fmt.Println(set.NArg(), set.NFlag(), set.Lookup("n").DefValue)
}

// Outcomes:
//	exit 0 "<nil>\n3 true x true 0.5 0 [a b] [rest -n=4]\nUsage of tool:\n  -l value\n    \tan element\n  -n workers\n    \tnumber of workers (default 1)\n  -name string\n    \twhose (default \"x\")\n  -once\n    \tstop early\n  -share float\n    \tof it (default 0.5)\n  -size uint\n    \tbytes\n  -v\tsay more\n  -wait duration\n    \thow long\ntrue\nflag provided but not defined: -zz\nUsage of tool:\n  -l value\n    \tan element\n  -n workers\n    \tnumber of workers (default 1)\n  -name string\n    \twhose (default \"x\")\n  -once\n    \tstop early\n  -share float\n    \tof it (default 0.5)\n  -size uint\n    \tbytes\n  -v\tsay more\n  -wait duration\n    \thow long\nflag provided but not defined: -zz\ninvalid value \"x\" for flag -n: parse error\nUsage of tool:\n  -l value\n    \tan element\n  -n workers\n    \tnumber of workers (default 1)\n  -name string\n    \twhose (default \"x\")\n  -once\n    \tstop early\n  -share float\n    \tof it (default 0.5)\n  -size uint\n    \tbytes\n  -v\tsay more\n  -wait duration\n    \thow long\ninvalid value \"x\" for flag -n: parse error\ninvalid value \"5\" for flag -wait: parse error\nUsage of tool:\n  -l value\n    \tan element\n  -n workers\n    \tnumber of workers (default 1)\n  -name string\n    \twhose (default \"x\")\n  -once\n    \tstop early\n  -share float\n    \tof it (default 0.5)\n  -size uint\n    \tbytes\n  -v\tsay more\n  -wait duration\n    \thow long\ninvalid value \"5\" for flag -wait: parse error\ninvalid boolean flag once: never\nUsage of tool:\n  -l value\n    \tan element\n  -n workers\n    \tnumber of workers (default 1)\n  -name string\n    \twhose (default \"x\")\n  -once\n    \tstop early\n  -share float\n    \tof it (default 0.5)\n  -size uint\n    \tbytes\n  -v\tsay more\n  -wait duration\n    \thow long\ninvalid boolean flag once: never\nflag needs an argument: -name\nUsage of tool:\n  -l value\n    \tan element\n  -n workers\n    \tnumber of workers (default 1)\n  -name string\n    \twhose (default \"x\")\n  -once\n    \tstop early\n  -share float\n    \tof it (default 0.5)\n  -size uint\n    \tbytes\n  -v\tsay more\n  -wait duration\n    \thow long\nflag needs an argument: -name\nl= n=0 v=true wait=0s 0 4 1\n"
