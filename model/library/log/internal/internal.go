// Package internal is what log/slog knows of log: where lines of the default logger go.
package internal

// DefaultOutput writes a line of the statement at pc by log's default logger.
var DefaultOutput func(pc uintptr, data []byte) error
