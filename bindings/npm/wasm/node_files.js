// What emscripten's NODERAWFS leaves out: the state of an open file is that of its descriptor, which for standard input and pipes
// is the only one, and a file that is synchronised is on the disk.
mergeInto(LibraryManager.library, {
  __syscall_fstat64: function(fd, buf) {
    var stream = SYSCALLS.getStreamFromFD(fd);
    return SYSCALLS.doStat(function() {
      try {
        return fs.fstatSync(stream.nfd);
      } catch (e) {
        throw new FS.ErrnoError(ERRNO_CODES[e.code] || {{{ cDefine('EIO') }}});
      }
    }, '', buf);
  },
  fd_sync: function(fd) {
    var stream = SYSCALLS.getStreamFromFD(fd);
    try {
      fs.fsyncSync(stream.nfd);
    } catch (e) {
      return ERRNO_CODES[e.code] || {{{ cDefine('EIO') }}};
    }
    return 0;
  },
});
