/** Starts the app in the page that the compiler filled in. */
import '../styles/tokens.css'
import '../styles/base.css'
import '../styles/views.css'
import '../styles/reading.css'
import '../styles/figures.css'
import '../styles/exercises.css'
import '../styles/players.css'
import '../styles/screens.css'
import '../styles/print.css'
import { Runtime } from './runtime'

const payload = document.getElementById('praxeo-payload')?.textContent
const root = document.getElementById('praxeo-app')
if (payload && root) void new Runtime(payload, root).start()
