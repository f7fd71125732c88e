// Tells what the image that it runs in gives to it:
// GET /status, GET /peer?NAME.
package main

import (
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"os/user"
	"time"
)

func wrote(folder string) string {
	file, err := os.CreateTemp(folder, "x")
	if err != nil {
		return err.Error()
	}
	file.Close()
	os.Remove(file.Name())
	return "yes"
}

func status(w http.ResponseWriter, r *http.Request) {
	zone, _ := time.Now().Zone()
	tokyo, err := time.LoadLocation("Asia/Tokyo")
	if err != nil {
		fmt.Fprintln(w, err)
		return
	}
	root, err := user.LookupId("0")
	if err != nil {
		fmt.Fprintln(w, err)
		return
	}
	fmt.Fprintf(w, "stored: %s\ntmp: %s\nzone: %s\nnamed zone: %s\nroot: %s\ncgo: %d\n",
		wrote("/data"), wrote("/tmp"), zone, tokyo, root.Username, length("four"))
}

func peer(w http.ResponseWriter, r *http.Request) {
	name := r.URL.RawQuery
	addresses, err := net.LookupHost(name)
	fmt.Fprintln(w, "address:", addresses, err)
	client := http.Client{Timeout: 5 * time.Second}
	answer, err := client.Get("https://" + name + ":9443/")
	if err != nil {
		fmt.Fprintln(w, "peer: refused:", err)
		return
	}
	defer answer.Body.Close()
	text, _ := io.ReadAll(answer.Body)
	fmt.Fprintf(w, "peer: %s", text)
}

func main() {
	http.HandleFunc("/status", status)
	http.HandleFunc("/peer", peer)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
