// apiserver keeps countries in memory and serves them as JSON.
package main

import (
	"log"
	"net/http"
)

const address = ":8080"

func main() {
	log.Printf("listening on %s", address)
	log.Fatal(http.ListenAndServe(address, newServer()))
}
