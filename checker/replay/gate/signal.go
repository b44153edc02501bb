package chancheckgate

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// Signals come when the schedule says so: the process sends them to itself. (This file is there only if the program wants any.)
var notified []chan<- os.Signal

func Notify(site int) func(chan<- os.Signal, ...os.Signal) {
	return func(c chan<- os.Signal, signals ...os.Signal) {
		pass(operation, site)
		signal.Notify(c, signals...)
		for _, known := range notified {
			if known == c {
				return
			}
		}
		notified = append(notified, c)
		add(timer{signal: send})
	}
}

func NotifyContext(site int) func(context.Context, ...os.Signal) (context.Context, context.CancelFunc) {
	return func(parent context.Context, signals ...os.Signal) (context.Context, context.CancelFunc) {
		pass(operation, site)
		c, stop := signal.NotifyContext(parent, signals...)
		add(timer{signal: send})
		numberOne()
		return c, stop
	}
}

// numberOne gives a number to a goroutine that never comes to a gate.
//
//go:norace
func numberOne() {
	raceDisable()
	mu.Lock()
	next++
	mu.Unlock()
	raceEnable()
}

//go:norace
func send(number int) {
	numberOne() // who relays it
	syscall.Kill(os.Getpid(), syscall.Signal(number))
	time.Sleep(5 * time.Millisecond) // it comes by way of another thread
}
