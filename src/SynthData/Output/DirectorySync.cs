using System.Runtime.InteropServices;

namespace SynthData.Output;

/// <summary>Brings a folder's entries to disk: a rename that is not synced may be gone after a power cut. .NET has no call for it.</summary>
internal static partial class DirectorySync
{
    // Some file systems do not sync folders and say so with EINVAL; there is nothing more to do there.
    private const int InvalidArgument = 22;

    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;

        int descriptor = Open(folder, 0);
        if (descriptor < 0)
            throw Failure(folder);
        int result = Fsync(descriptor);
        IOException? failure = result != 0 && Marshal.GetLastPInvokeError() != InvalidArgument ? Failure(folder) : null;
        _ = Close(descriptor);
        if (failure is not null)
            throw failure;
    }

    private static IOException Failure(string folder)
    {
        int error = Marshal.GetLastPInvokeError();
        return new IOException($"Folder '{folder}' could not be flushed: {Marshal.GetPInvokeErrorMessage(error)}.", error);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
