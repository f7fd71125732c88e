module example.org/api

go 1.22

require github.com/chromedp/chromedp v0.9.5
