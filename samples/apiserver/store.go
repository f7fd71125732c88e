package main

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"sort"
	"sync"
)

type country struct {
	Name    string `json:"name"`
	Capital string `json:"capital"`
}

// store is the countries by name, in memory and in a file.
type store struct {
	mutex     sync.RWMutex
	path      string
	countries map[string]country
}

func openStore(path string) (*store, error) {
	s := &store{path: path, countries: map[string]country{}}
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return nil, err
	}
	return s, json.Unmarshal(text, &s.countries)
}

func (s *store) add(c country) error {
	s.mutex.Lock()
	s.countries[c.Name] = c
	s.mutex.Unlock()
	return s.save()
}

func (s *store) find(name string) (country, bool) {
	s.mutex.RLock()
	defer s.mutex.RUnlock()
	c, found := s.countries[name]
	return c, found
}

// save replaces the file in one step: it is never half written.
func (s *store) save() error {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	text, err := json.Marshal(s.countries)
	if err != nil {
		return err
	}
	if err := os.WriteFile(s.path+".new", text, 0o600); err != nil {
		return err
	}
	return os.Rename(s.path+".new", s.path)
}

func (s *store) writeCSV(out io.Writer) error {
	s.mutex.RLock()
	defer s.mutex.RUnlock()
	rows := make([][]string, 0, len(s.countries))
	for _, c := range s.countries {
		rows = append(rows, []string{c.Name, c.Capital})
	}
	sort.Slice(rows, func(i, j int) bool { return rows[i][0] < rows[j][0] })
	return csv.NewWriter(out).WriteAll(rows)
}
