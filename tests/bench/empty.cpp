// What starting any program costs: the yardstick of the cold start.
int main() {}
