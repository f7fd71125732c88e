module dns
