module kernels

go 1.23
