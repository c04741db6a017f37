using System.Diagnostics;
using System.Globalization;

namespace SynthData.Tests.Failures;

/// <summary>A file system in memory with little room, mounted for one test.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string path;

    private SmallDisk(string path) => this.path = path;

    /// <summary>Mounts a disk at a folder, or skips the test where nobody may.</summary>
    /// <param name="path">The folder; made if it is not there.</param>
    /// <param name="options">Of <c>tmpfs</c>, such as <c>size=400k</c>.</param>
    public static SmallDisk Mount(string path, string options)
    {
        Directory.CreateDirectory(path);
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", options, "tmpfs", path),
            "A file system can only be mounted by root.");
        return new SmallDisk(path);
    }

    /// <summary>Mounts it anew with other options; what is on it stays.</summary>
    public void Remount(string options) => Assert.True(Run("mount", "-o", string.Create(CultureInfo.InvariantCulture, $"remount,{options}"), path));

    public void Dispose() => Run("umount", path);

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true });
        process!.WaitForExit();
        return process.ExitCode == 0;
    }
}
