//go:build go1.26

package main

import (
	"fmt"
	"time"
)

func main() {
	for _, d := range []time.Duration{0, 1, 999, 1000, 1500, time.Millisecond, 1234567, time.Second, 90 * time.Second, time.Hour + 1, -time.Minute, 1<<63 - 1, -1 << 63, 100 * time.Millisecond} {
		fmt.Println(d, d.Seconds(), d.Minutes(), d.Hours(), d.Milliseconds(), d.Microseconds(), d.Nanoseconds())
	}
	fmt.Println((1234567 * time.Nanosecond).Round(time.Microsecond), (1234567 * time.Nanosecond).Truncate(time.Millisecond), (-1500 * time.Millisecond).Round(time.Second), (-5 * time.Second).Abs())
	for _, s := range []string{"1h2m3.5s", "-1.5h", "300ms", "1us", "1µs", "", "1", "x", "1d", ".5s", "1.s", "+5m", "9223372036854775808ns"} {
		fmt.Println(time.ParseDuration(s))
	}
	t := time.Date(2024, time.February, 29, 13, 4, 5, 678900000, time.UTC)
	fmt.Println(t, t.Weekday(), t.YearDay(), t.Unix(), t.UnixMilli(), t.Month(), t.IsZero())
	for _, l := range []string{time.RFC3339, time.RFC3339Nano, time.Kitchen, time.RFC1123, time.ANSIC, time.DateTime, time.DateOnly, "2006-01-02T15:04:05.000Z07:00", "Jan _2 06 3:04PM", "Monday, 2 January 2006", "02/01/06 15h", ".000000", "002"} {
		fmt.Println(t.Format(l))
	}
	u := t.Add(36 * time.Hour)
	fmt.Println(u.Sub(t), u.After(t), t.Before(u), t.Equal(t.UTC()), t.AddDate(1, 1, 1), t.Truncate(time.Hour), t.Round(24*time.Hour), u.Compare(t))
	p, err := time.Parse(time.RFC3339, "2023-10-05T07:08:09+02:00")
	fmt.Println(p.UTC(), err)
	_, err = time.Parse(time.DateOnly, "2023-13-05")
	fmt.Println(err)
	_, err = time.Parse(time.DateOnly, "bad")
	fmt.Println(err)
	p, err = time.Parse("Jan 2, 2006 at 3:04pm (MST)", "Feb 3, 2013 at 7:54pm (UTC)")
	fmt.Println(p, err)
	y, w := t.ISOWeek()
	fmt.Println(y, w, time.Month(13), time.Weekday(8), time.Saturday)
	fmt.Println(time.Unix(1e9, 5).UTC(), time.UnixMilli(1234).UTC(), time.Time{})
	h, m, s := t.Clock()
	fmt.Println(h, m, s, t.Nanosecond())
	fmt.Println(time.Date(2023, 14, 35, 25, 61, 61, 1e9, time.UTC))
	fmt.Printf("%v %s %d %+v %T\n", time.Second, time.Second, time.Second, time.March, time.Second)
	z := time.FixedZone("XYZ", -5*3600-1800)
	fmt.Println(t.In(z), t.In(z).Format(time.RFC822Z))
	b, _ := t.MarshalText()
	fmt.Println(string(b))
	fmt.Println(t.GoString())
}

// Outcomes:
//	exit 0 "0s 0 0 0 0 0 0\n1ns 1e-09 1.6666666666666667e-11 2.777777777777778e-13 0 0 1\n999ns 9.99e-07 1.665e-08 2.775e-10 0 0 999\n1µs 1e-06 1.6666666666666667e-08 2.7777777777777777e-10 0 1 1000\n1.5µs 1.5e-06 2.5e-08 4.166666666666667e-10 0 1 1500\n1ms 0.001 1.6666666666666667e-05 2.7777777777777776e-07 1 1000 1000000\n1.234567ms 0.001234567 2.0576116666666668e-05 3.429352777777778e-07 1 1234 1234567\n1s 1 0.016666666666666666 0.0002777777777777778 1000 1000000 1000000000\n1m30s 90 1.5 0.025 90000 90000000 90000000000\n1h0m0.000000001s 3600.000000001 60.00000000001667 1.0000000000002778 3600000 3600000000 3600000000001\n-1m0s -60 -1 -0.016666666666666666 -60000 -60000000 -60000000000\n2562047h47m16.854775807s 9.223372036854776e+09 1.5372286728091294e+08 2.5620477880152157e+06 9223372036854 9223372036854775 9223372036854775807\n-2562047h47m16.854775808s -9.223372036854776e+09 -1.5372286728091294e+08 -2.5620477880152157e+06 -9223372036854 -9223372036854775 -9223372036854775808\n100ms 0.1 0.0016666666666666668 2.777777777777778e-05 100 100000 100000000\n1.235ms 1ms -2s 5s\n1h2m3.5s <nil>\n-1h30m0s <nil>\n300ms <nil>\n1µs <nil>\n1µs <nil>\n0s time: invalid duration \"\"\n0s time: missing unit in duration \"1\"\n0s time: invalid duration \"x\"\n0s time: unknown unit \"d\" in duration \"1d\"\n500ms <nil>\n1s <nil>\n5m0s <nil>\n0s time: invalid duration \"9223372036854775808ns\"\n2024-02-29 13:04:05.6789 +0000 UTC Thursday 60 1709211845 1709211845678 February false\n2024-02-29T13:04:05Z\n2024-02-29T13:04:05.6789Z\n1:04PM\nThu, 29 Feb 2024 13:04:05 UTC\nThu Feb 29 13:04:05 2024\n2024-02-29 13:04:05\n2024-02-29\n2024-02-29T13:04:05.678Z\nFeb 29 24 1:04PM\nThursday, 29 February 2024\n29/02/24 13h\n.678900\n060\n36h0m0s true true true 2025-03-30 13:04:05.6789 +0000 UTC 2024-02-29 13:00:00 +0000 UTC 2024-03-01 00:00:00 +0000 UTC 1\n2023-10-05 05:08:09 +0000 UTC <nil>\nparsing time \"2023-13-05\": month out of range\nparsing time \"bad\" as \"2006-01-02\": cannot parse \"bad\" as \"2006\"\n2013-02-03 19:54:00 +0000 UTC <nil>\n2024 9 %!Month(13) %!Weekday(8) Saturday\n2001-09-09 01:46:40.000000005 +0000 UTC 1970-01-01 00:00:01.234 +0000 UTC 0001-01-01 00:00:00 +0000 UTC\n13 4 5 678900000\n2024-03-07 02:02:02 +0000 UTC\n1s 1s 1000000000 March time.Duration\n2024-02-29 07:34:05.6789 -0530 XYZ 29 Feb 24 07:34 -0530\n2024-02-29T13:04:05.6789Z\ntime.Date(2024, time.February, 29, 13, 4, 5, 678900000, time.UTC)\n"
