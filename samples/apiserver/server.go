package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"strings"
	"time"
)

// server answers
//
//	POST /countries       adds a country
//	GET  /countries/NAME  shows one
//	GET  /export          all of them as CSV
//	GET  /status          whether it can store and export, and its time zone
//	GET  /peer?NAME       what the server https://NAME:9443/ says
type server struct {
	countries *store
}

func newServer(countries *store) http.Handler {
	s := &server{countries}
	mux := http.NewServeMux()
	mux.HandleFunc("/countries", s.add)
	mux.HandleFunc("/countries/", s.show)
	mux.HandleFunc("/export", s.export)
	mux.HandleFunc("/status", s.status)
	mux.HandleFunc("/peer", peer)
	return mux
}

func (s *server) add(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		http.Error(w, "use POST", http.StatusMethodNotAllowed)
		return
	}
	var c country
	body := http.MaxBytesReader(w, r.Body, 1<<16)
	if err := json.NewDecoder(body).Decode(&c); err != nil || c.Name == "" {
		http.Error(w, "a country needs a name", http.StatusBadRequest)
		return
	}
	if err := s.countries.add(c); err != nil {
		fail(w, "add", err)
		return
	}
	reply(w, http.StatusCreated, c)
}

func (s *server) show(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/countries/")
	c, found := s.countries.find(name)
	if !found {
		http.Error(w, "no such country", http.StatusNotFound)
		return
	}
	reply(w, http.StatusOK, c)
}

func (s *server) export(w http.ResponseWriter, r *http.Request) {
	file, err := s.exported()
	if err != nil {
		fail(w, "export", err)
		return
	}
	defer discard(file)
	http.ServeContent(w, r, "countries.csv", time.Time{}, file)
}

// exported is a temporary file, so that a slow reader holds no lock.
func (s *server) exported() (*os.File, error) {
	file, err := os.CreateTemp("", "countries-*.csv")
	if err != nil {
		return nil, err
	}
	if err := s.countries.writeCSV(file); err != nil {
		discard(file)
		return nil, err
	}
	return file, nil
}

func discard(file *os.File) {
	file.Close()
	os.Remove(file.Name())
}

func fail(w http.ResponseWriter, what string, err error) {
	log.Printf("%s: %v", what, err)
	http.Error(w, "try again later", http.StatusInternalServerError)
}

func reply(w http.ResponseWriter, status int, c country) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(c); err != nil {
		log.Printf("reply: %v", err)
	}
}
