package main

import (
	"encoding/json"
	"log"
	"net/http"
	"strings"
	"sync"
)

type country struct {
	Name    string `json:"name"`
	Capital string `json:"capital"`
}

// server answers POST /countries and GET /countries/NAME.
type server struct {
	mutex     sync.RWMutex
	countries map[string]country
}

func newServer() http.Handler {
	s := &server{countries: map[string]country{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/countries", s.add)
	mux.HandleFunc("/countries/", s.show)
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
	s.mutex.Lock()
	s.countries[c.Name] = c
	s.mutex.Unlock()
	reply(w, http.StatusCreated, c)
}

func (s *server) show(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/countries/")
	s.mutex.RLock()
	c, found := s.countries[name]
	s.mutex.RUnlock()
	if !found {
		http.Error(w, "no such country", http.StatusNotFound)
		return
	}
	reply(w, http.StatusOK, c)
}

func reply(w http.ResponseWriter, status int, c country) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(c); err != nil {
		log.Printf("reply: %v", err)
	}
}
