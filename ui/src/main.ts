import { mount } from 'svelte'
import App from './App.svelte'
import './look/index.css'
import { preferredLang, setLang } from '$words'

// Until the preferences are read, the language the system asks for
setLang(preferredLang(navigator.languages))

const target = document.getElementById('app')
if (target) mount(App, { target })
