using SynthData.Diagnostics;

namespace SynthData.Output;

/// <summary>The hidden folder beside a target in which a run makes its files, held by one process at a time.</summary>
/// <remarks>
/// The lock is a file inside it, opened for this process alone; the operating system frees it when the process ends. What a
/// dead run left is removed by the next, except a commit under way, which <see cref="DatasetCommit"/> finishes.
/// </remarks>
internal sealed class StagingFolder : IDisposable
{
    private const string LockName = "lock";
    private const int MaxTries = 10;
    private FileStream? held;

    private StagingFolder(string path, FileStream held)
    {
        Path = path;
        this.held = held;
    }

    public string Path { get; }

    /// <exception cref="GenerationException">SD5001, SD5002, SD5005, SD5012, SD5013.</exception>
    public static StagingFolder Acquire(DatasetLayout layout)
    {
        string path = layout.Staging;
        string lockPath = System.IO.Path.Combine(path, LockName);
        if (Directory.Exists(path) && !File.Exists(lockPath) && Directory.EnumerateFileSystemEntries(path).Any())
            throw new GenerationException(OutputDiagnostics.ForeignStaging.At(null, path));

        for (int tries = 1; ; tries++)
        {
            try
            {
                Directory.CreateDirectory(path);
                FileStream held = new(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);

                // The run that held it before removes file and folder as it ends: between opening and locking it may have done so.
                if (File.Exists(lockPath))
                    return new StagingFolder(path, held);
                held.Dispose();
            }
            catch (DirectoryNotFoundException) when (tries < MaxTries)
            {
                continue;
            }
            catch (IOException failure) when (OutputFailure.IsLocked(failure))
            {
                throw new GenerationException(OutputDiagnostics.LockHeld.At(null, layout.Target, lockPath), failure);
            }
            catch (Exception failure) when (OutputFailure.IsOfSystem(failure))
            {
                throw OutputFailure.Of(failure, path);
            }
        }
    }

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Removes everything but the lock.</summary>
    public void Clean() => OutputFailure.Guard(Path, () =>
    {
        foreach (string file in Directory.EnumerateFiles(Path).Where(file => System.IO.Path.GetFileName(file) != LockName).ToList())
            File.Delete(file);
    });

    /// <summary>Removes everything but the lock, saying nothing if that fails: the next run cleans up.</summary>
    public void Discard()
    {
        try
        {
            Clean();
        }
        catch (GenerationException)
        {
            // The run that ends has its own failure to tell.
        }
    }

    /// <summary>Frees the lock and removes the folder if nothing but the lock is in it.</summary>
    public void Dispose()
    {
        if (held is not { } stream)
            return;
        held = null;
        try
        {
            bool isEmpty = !Directory.EnumerateFileSystemEntries(Path).Any(entry => System.IO.Path.GetFileName(entry) != LockName);

            // On Unix the file goes while it is still locked, so that nobody locks one that is about to go; Windows wants it closed.
            if (isEmpty && !OperatingSystem.IsWindows())
                File.Delete(stream.Name);
            stream.Dispose();
            if (!isEmpty)
                return;
            if (OperatingSystem.IsWindows())
                File.Delete(stream.Name);
            Directory.Delete(Path);
        }
        catch (Exception failure) when (OutputFailure.IsOfSystem(failure))
        {
            // The next run cleans up; the one that ends has its own story to tell.
            stream.Dispose();
        }
    }
}
