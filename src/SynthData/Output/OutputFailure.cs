using SynthData.Diagnostics;

namespace SynthData.Output;

/// <summary>Turns what the operating system refuses into diagnostics.</summary>
internal static class OutputFailure
{
    // The low half of HResult is errno on Unix and the Win32 error on Windows.
    private static readonly int[] FullCodes = OperatingSystem.IsWindows() ? [39, 112] : OperatingSystem.IsMacOS() ? [28, 69] : [28, 122];
    private static readonly int[] LockedCodes = OperatingSystem.IsWindows() ? [32, 33] : OperatingSystem.IsMacOS() ? [35] : [11];
    private static readonly int[] ReadOnlyCodes = OperatingSystem.IsWindows() ? [5, 19] : [1, 13, 30];

    public static bool IsOfSystem(Exception failure) => failure is IOException or UnauthorizedAccessException;

    public static bool IsLocked(IOException failure) => LockedCodes.Contains(CodeOf(failure));

    /// <summary>Wraps a failure of the file system.</summary>
    public static GenerationException Of(Exception failure, string path)
    {
        Diagnostic diagnostic = failure switch
        {
            UnauthorizedAccessException => OutputDiagnostics.NotWritable.At(null, path, "access is denied"),
            _ when FullCodes.Contains(CodeOf(failure)) => OutputDiagnostics.DiskFull.At(null, path),
            _ when ReadOnlyCodes.Contains(CodeOf(failure)) => OutputDiagnostics.NotWritable.At(null, path, "the file system is read-only"),
            _ => OutputDiagnostics.WriteFailed.At(null, path, failure.Message),
        };
        return new GenerationException(diagnostic, failure);
    }

    public static void Guard(string path, Action action)
    {
        try
        {
            action();
        }
        catch (Exception failure) when (IsOfSystem(failure))
        {
            throw Of(failure, path);
        }
    }

    public static async ValueTask GuardAsync(string path, Func<ValueTask> action)
    {
        try
        {
            await action();
        }
        catch (Exception failure) when (IsOfSystem(failure))
        {
            throw Of(failure, path);
        }
    }

    private static int CodeOf(Exception failure) => failure.HResult & 0xFFFF;
}
