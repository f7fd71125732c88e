// apiserver keeps countries in a file and serves them as JSON.
package main

import (
	"log"
	"net/http"
)

const (
	address       = ":8080"
	countriesFile = "/var/lib/apiserver/countries.json"
)

func main() {
	countries, err := openStore(countriesFile)
	if err != nil {
		log.Fatal(err)
	}
	log.Printf("listening on %s", address)
	log.Fatal(http.ListenAndServe(address, newServer(countries)))
}
