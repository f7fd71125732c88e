package db

// #include <stdio.h>
import "C"
