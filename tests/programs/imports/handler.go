// A handler of net/http, called without a server.
package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /users/{id}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Id", r.PathValue("id"))
		w.WriteHeader(http.StatusTeapot)
		fmt.Fprint(w, "user ", r.PathValue("id"), " ", r.URL.Query()["q"])
	})
	for _, url := range []string{"/users/7?q=a+b", "/none"} {
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, httptest.NewRequest("GET", url, nil))
		fmt.Printf("%d %q %q\n", w.Code, w.Header().Get("X-Id"), w.Body.String())
	}
}

// Outcomes:
//	exit 0 "418 \"7\" \"user 7 [a b]\"\n404 \"\" \"404 page not found\\n\"\n"
