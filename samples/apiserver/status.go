package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"time"
)

func (s *server) status(w http.ResponseWriter, r *http.Request) {
	zone, _ := time.Now().Zone()
	file, err := s.exported()
	if err == nil {
		discard(file)
	}
	fmt.Fprintf(w, "stored: %s\ntmp: %s\nzone: %s\n",
		yesOr(s.countries.save()), yesOr(err), zone)
}

func yesOr(err error) string {
	if err != nil {
		return err.Error()
	}
	return "yes"
}

func peer(w http.ResponseWriter, r *http.Request) {
	name := r.URL.RawQuery
	addresses, err := net.LookupHost(name)
	if err != nil {
		fmt.Fprintf(w, "address: %v\n", err)
		return
	}
	fmt.Fprintf(w, "address: %s\npeer: %s", addresses[0], said(name))
}

// said is what the server answers, or why it is not asked.
func said(name string) string {
	client := http.Client{Timeout: 5 * time.Second}
	answer, err := client.Get("https://" + name + ":9443/")
	if err != nil {
		return fmt.Sprintf("refused: %v\n", err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(io.LimitReader(answer.Body, 1<<16))
	if err != nil {
		return fmt.Sprintf("broken: %v\n", err)
	}
	return string(text)
}
