// Annotations that say nothing. Harness: no-go they are comments
package main

//chancheck:wnat deadlock // ERROR "unknown annotation chancheck: wnat, did you mean want\?"

//chancheck:want deadlock // ERROR "belongs in the doc comment of an entry or before package"

//chancheck:protocol lock // ERROR "needs the form NAME = REGEX"

//chancheck:ignore nothing because // ERROR "unknown kind of finding nothing"

// main has a doc comment.
//
//chancheck:want deadlok // ERROR "unknown kind of finding deadlok, did you mean deadlock\?"
func main() {}
